/** Prose names a project by its account and, in brackets, by the name that its form prints: one project, one name. */
import { normaliseLabel } from '../parse/label.ts';
import type { Fact } from './fact.ts';

/** Facts of tables, then of prose with each project named as the document's forms name it. */
export function alignProjects(tables: readonly Fact[], prose: readonly Fact[]): Fact[] {
  const formNames = [...new Set(tables.map((fact) => fact.project).filter((name) => name !== null))];
  const aligned = prose.map((fact) =>
    fact.project === null ? fact : { ...fact, project: formName(fact.project, formNames) },
  );
  return [...tables, ...aligned];
}

function formName(name: string, formNames: readonly string[]): string {
  const printed = normaliseLabel(name);
  // Sentences drop the 项目 at the end of a name.
  const alike = formNames.filter((form) => withoutProject(normaliseLabel(form)) === withoutProject(printed));
  if (alike.length > 0) return alike.length === 1 ? alike[0]! : name;
  const same = formNames.filter((form) => {
    const bare = normaliseLabel(form).replace(/\([^()]*\)$/, '');
    return bare.length >= 4 && printed.includes(bare);
  });
  return same.length === 1 ? same[0]! : name;
}

const withoutProject = (name: string): string => name.replace(/项目$/, '');
