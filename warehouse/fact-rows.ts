/** Facts and claims as rows and back. Exact in both directions: what is loaded equals what was saved. */
import type { Claim, FactKey } from '../transforms/extract/fact.ts';
import type { Owner } from '../transforms/extract/owner.ts';
import type { RemarkOfBureau } from '../transforms/extract/remark.ts';
import type { ScoreItemOfBureau } from '../transforms/extract/score-item.ts';
import type { OwnedClaim, Witness } from '../transforms/extract/witness.ts';
import type { Quantity } from '../transforms/parse/quantity.ts';
import { type Location, printLocation } from '../transforms/read/document.ts';
import type { ClaimRow, FactRow, OwnerColumns, RemarkRow, ScoreItemRow } from './schema.ts';

export function factRow(fact: Witness, ordinal: number): FactRow {
  return {
    document_id: fact.documentId,
    ordinal,
    fact_id: fact.factId,
    ...ownerColumns(fact),
    fiscal_year: fact.fiscalYear,
    concept: fact.concept,
    phase: fact.phase,
    fund: fact.fund,
    function_code: fact.functionCode,
    economic_code: fact.economicCode,
    project: fact.project,
    unit: fact.unit,
    value_minor: fact.valueMinor,
    ulp_minor: fact.ulpMinor,
    printed: fact.printed,
    printed_unit: fact.printedUnit,
    basis: fact.basis,
    medium: fact.medium,
    location: JSON.stringify(fact.location),
    locator: printLocation(fact.location),
    quote: fact.quote,
    rule: fact.rule,
  };
}

export function witnessOf(row: FactRow & { source_file: string }): Witness {
  return {
    factId: row.fact_id,
    ...ownerOf(row),
    fiscalYear: row.fiscal_year,
    concept: row.concept,
    phase: row.phase,
    fund: row.fund,
    functionCode: row.function_code,
    economicCode: row.economic_code,
    project: row.project,
    unit: row.unit,
    valueMinor: row.value_minor,
    ulpMinor: row.ulp_minor,
    printed: row.printed,
    printedUnit: row.printed_unit,
    basis: row.basis,
    medium: row.medium,
    location: JSON.parse(row.location) as Location,
    quote: row.quote,
    rule: row.rule,
  };
}

export function claimRow(claim: OwnedClaim, ordinal: number): ClaimRow {
  return {
    document_id: claim.documentId,
    ordinal,
    claim_id: claim.claimId,
    ...ownerColumns(claim),
    kind: claim.kind,
    subject: JSON.stringify(claim.subject),
    base: JSON.stringify(claim.base),
    unit: claim.quantity?.unit ?? null,
    value_minor: claim.quantity?.valueMinor ?? null,
    ulp_minor: claim.quantity?.ulpMinor ?? null,
    printed: claim.quantity?.printed ?? null,
    printed_unit: claim.quantity?.printedUnit ?? null,
    direction: claim.direction,
    location: JSON.stringify(claim.location),
    locator: printLocation(claim.location),
    quote: claim.quote,
    rule: claim.rule,
  };
}

export function claimOf(row: ClaimRow & { source_file: string }): OwnedClaim {
  return {
    claimId: row.claim_id,
    ...ownerOf(row),
    kind: row.kind,
    subject: JSON.parse(row.subject) as FactKey,
    base: JSON.parse(row.base) as FactKey,
    quantity: quantityOf(row),
    direction: row.direction,
    location: JSON.parse(row.location) as Location,
    quote: row.quote,
    rule: row.rule,
  };
}

function quantityOf({ unit, value_minor, ulp_minor, printed, printed_unit }: ClaimRow): Claim['quantity'] {
  if (unit === null || value_minor === null || ulp_minor === null) return null;
  return {
    unit,
    valueMinor: value_minor,
    ulpMinor: ulp_minor,
    printed: printed ?? '',
    printedUnit: printed_unit ?? '',
  };
}

export function scoreItemRow(item: ScoreItemOfBureau, ordinal: number): ScoreItemRow {
  return {
    document_id: item.documentId,
    ordinal,
    ...ownerColumns(item),
    fiscal_year: item.fiscalYear,
    project: item.project,
    form: item.form,
    item: item.item,
    role: item.role,
    full_marks: jsonOrNull(item.fullMarks),
    awarded: jsonOrNull(item.awarded),
    execution_rate_printed: jsonOrNull(item.executionRatePrinted),
    medium: item.medium,
    location: JSON.stringify(item.location),
    locator: printLocation(item.location),
    quote: item.quote,
  };
}

export function scoreItemOf(row: ScoreItemRow & { source_file: string }): ScoreItemOfBureau {
  return {
    ...ownerOf(row),
    fiscalYear: row.fiscal_year,
    project: row.project,
    form: row.form,
    item: row.item,
    role: row.role,
    fullMarks: quantityIn(row.full_marks),
    awarded: quantityIn(row.awarded),
    executionRatePrinted: quantityIn(row.execution_rate_printed),
    medium: row.medium,
    location: JSON.parse(row.location) as Location,
    quote: row.quote,
  };
}

export function remarkRow(remark: RemarkOfBureau, ordinal: number): RemarkRow {
  return {
    document_id: remark.documentId,
    ordinal,
    ...ownerColumns(remark),
    kind: remark.kind,
    fiscal_year: remark.fiscalYear,
    table_number: remark.table,
    count: remark.count,
    quantity: jsonOrNull(remark.quantity),
    medium: remark.medium,
    location: JSON.stringify(remark.location),
    locator: printLocation(remark.location),
    quote: remark.quote,
  };
}

export function remarkOf(row: RemarkRow & { source_file: string }): RemarkOfBureau {
  return {
    ...ownerOf(row),
    kind: row.kind,
    fiscalYear: row.fiscal_year,
    table: row.table_number,
    count: row.count,
    quantity: quantityIn(row.quantity),
    medium: row.medium,
    location: JSON.parse(row.location) as Location,
    quote: row.quote,
  };
}

function jsonOrNull(quantity: Quantity | null): string | null {
  return quantity === null ? null : JSON.stringify(quantity);
}

function quantityIn(json: string | null): Quantity | null {
  return json === null ? null : (JSON.parse(json) as Quantity);
}

function ownerColumns(owner: Owner): OwnerColumns {
  return {
    bureau_id: owner.bureauId,
    bureau_name: owner.bureauName,
    region_code: owner.regionCode,
    scope: owner.scope,
    disclosure_kind: owner.disclosureKind,
    report_year: owner.reportYear,
  };
}

function ownerOf(row: OwnerColumns & { document_id: string; source_file: string }): Owner {
  return {
    documentId: row.document_id,
    sourceFile: row.source_file,
    bureauId: row.bureau_id,
    bureauName: row.bureau_name,
    regionCode: row.region_code,
    scope: row.scope,
    disclosureKind: row.disclosure_kind,
    reportYear: row.report_year,
  };
}
