/**
 * "项目自评得分96分", "实际支出95万元" in the report on a project: the sentence does not repeat whose. The title says it
 * where it names one project; else nobody does, and the figure must not pass for the department's.
 */
import type { Disclosure } from '../recognise/disclosure.ts';
import type { Claim, Fact, FactKey, NumberUse } from './fact.ts';
import { projectOfTitle } from './project-of-title.ts';

/** "部门整体支出绩效自评得分", "本部门预算执行率": the department's all the same. */
const OF_DEPARTMENT = /整体|部门|(?<!项目)单位|[我本]局|[我本]委|[我本]办|[我本]院|全年预算执行率/;
/** "我局共有项目8个，…，预算执行率96%": that of the eight together. */
const SEVERAL = /项目(?:共|共有|共计)?\d+个|\d+个项目|各项目/;
const JUDGED: ReadonlySet<string> = new Set(['rate.execution', 'evaluation.score']);
/** Money that a project has too; "总支出" is nobody's as well as "实际支出". */
const SPENT = /^(?:expenditure|revenue|balance)/;

interface Prose {
  facts: readonly Fact[];
  claims: readonly Claim[];
  numbers: readonly NumberUse[];
}

/** The project that the whole text is about; null for reports on several, on none, and on a department as well. */
export function projectOfReport({ kind, title, bureauName }: Disclosure): string | null {
  return kind === 'project_evaluation' ? projectOfTitle(title ?? '', bureauName) : null;
}

/** Facts and numbers of the prose, with the rates and scores of a project's report given to the project. */
export function ofProject(prose: Prose, disclosure: Disclosure, project: string | null): Prose {
  if (disclosure.kind !== 'project_evaluation') return prose;
  const ofBoth = /整体/.test(disclosure.title ?? '');
  const isNameless = (fact: FactKey & { quote: string }): boolean =>
    fact.project === null &&
    (JUDGED.has(fact.concept) || (SPENT.test(fact.concept) && !ofBoth)) &&
    (!OF_DEPARTMENT.test(fact.quote) || SEVERAL.test(fact.quote));
  const nameless = prose.facts.filter(isNameless);
  const dropped = nameless.filter((fact) => project === null || !JUDGED.has(fact.concept));
  const facts = prose.facts.flatMap((fact) =>
    dropped.includes(fact) ? [] : nameless.includes(fact) ? [{ ...fact, project }] : [fact],
  );
  return {
    facts,
    claims: prose.claims.filter(({ subject, quote }) => !isNameless({ ...subject, quote })),
    numbers: prose.numbers.map((number) =>
      number.use === 'claimed' && dropped.some((fact) => isOf(number, fact))
        ? { ...number, use: 'unclaimed', reason: '没有说明是哪个项目的' }
        : number,
    ),
  };
}

const isOf = ({ text, context, location }: NumberUse, fact: Fact): boolean =>
  fact.quote === context &&
  fact.location.line === location.line &&
  text === `${fact.printed}${fact.printedUnit}`;
