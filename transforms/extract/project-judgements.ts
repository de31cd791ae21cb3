/**
 * "项目自评得分96分", "预算执行率95%" in the report on a project: the sentence does not repeat whose. The title says it
 * where it names one project; else nobody does, and the figure must not pass for the department's.
 */
import { normaliseLabel } from '../parse/label.ts';
import type { Disclosure } from '../recognise/disclosure.ts';
import type { Fact, NumberUse } from './fact.ts';

/** "示例县水务局2023年度农村饮水安全巩固提升项目支出绩效自评报告" */
const PROJECT_IN_TITLE =
  /(?:20\d{2}年度?|^)(?<name>[^年。，:]{3,40}?)(?:项目)?(?:支出|资金)?(?:单位)?(?:财政支出)?(?:绩效自评|绩效评价|自评报告|自评表)/;
/** Words of titles that name no project. */
const NO_PROJECT =
  /^(?:项目|专项|部门|单位|预算|本级|[省市县区]级|财政|资金|整体|支出|收入|和|及|与|年度|重点|一般公共|决算)*$/;
/** "部门整体支出绩效自评得分", "本部门预算执行率": the department's all the same. */
const OF_DEPARTMENT = /整体|部门|单位|[我本]局|[我本]委|[我本]办|[我本]院|全年预算执行率/;

interface Prose {
  facts: readonly Fact[];
  numbers: readonly NumberUse[];
}

/** Facts and numbers of the prose, with the rates and scores of a project's report given to the project. */
export function ofProject(prose: Prose, { kind, title, bureauName }: Disclosure): Prose {
  if (kind !== 'project_evaluation') return prose;
  const project = projectOfTitle(title ?? '', bureauName);
  const nameless = prose.facts.filter(isNameless);
  const facts = prose.facts.flatMap((fact) =>
    !nameless.includes(fact) ? [fact] : project === null ? [] : [{ ...fact, project }],
  );
  if (project !== null) return { facts, numbers: prose.numbers };
  const dropped = ({ text, context, location }: NumberUse) =>
    nameless.some(
      (fact) =>
        fact.quote === context &&
        fact.location.line === location.line &&
        text === `${fact.printed}${fact.printedUnit}`,
    );
  return {
    facts,
    numbers: prose.numbers.map((number) =>
      dropped(number) ? { ...number, use: 'unclaimed', reason: '没有说明是哪个项目的' } : number,
    ),
  };
}

function isNameless({ concept, project, quote }: Fact): boolean {
  return (
    project === null &&
    (concept === 'rate.execution' || concept === 'evaluation.score') &&
    !OF_DEPARTMENT.test(quote)
  );
}

/** null where the title names none, or several. */
export function projectOfTitle(title: string, bureauName: string | null): string | null {
  const plain = normaliseLabel(title).replace(normaliseLabel(bureauName ?? ''), '');
  const name = PROJECT_IN_TITLE.exec(plain)?.groups?.['name']?.replace(/^关于/, '') ?? '';
  return name.length < 3 || NO_PROJECT.test(name) || /整体|等\d*个|[、和及]/.test(name) ? null : name;
}
