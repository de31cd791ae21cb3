/** Whose report a document is, of which scope and year, of which kind, and how that is known. */

export const KINDS = [
  'final_accounts', // 部门决算
  'budget', // 部门预算
  'self_evaluation', // 部门整体支出绩效自评
  'project_evaluation', // 项目支出绩效自评表
  'performance_targets', // 绩效目标申报表
  'unknown',
] as const;
export type DisclosureKind = (typeof KINDS)[number];

export const SCOPES = ['department', 'unit'] as const;
export type Scope = (typeof SCOPES)[number];

/** One reason for one answer: where it was seen and what it said. Kept so that an analyst can see why. */
export interface Evidence {
  answers: 'bureau' | 'region' | 'scope' | 'year' | 'kind';
  value: string;
  source: 'manifest' | 'title' | 'cover' | 'table_caption' | 'body' | 'file_name' | 'registry';
  quote: string;
}

export interface Disclosure {
  /** Stable: from region code and name where known, else `unidentified-` and a digest of the content. */
  bureauId: string;
  /** Official name as published; null if unidentified. */
  bureauName: string | null;
  /** Six digits (GB/T 2260); null if not known. */
  regionCode: string | null;
  scope: Scope;
  fiscalYear: number | null;
  kind: DisclosureKind;
  title: string | null;
  evidence: readonly Evidence[];
}
