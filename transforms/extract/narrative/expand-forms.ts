/** Printed forms are written once with their alternatives: "{日常,}公用经费" is 日常公用经费 and 公用经费. */

/** First group of alternatives of a form: "{a,b,}". */
const GROUP = /\{([^{}]*)\}/;

/** Every plain form that a form with alternatives stands for, in order, without doubles. */
export function expandForms(form: string): string[] {
  const group = GROUP.exec(form);
  if (group === null) return [form];
  const before = form.slice(0, group.index);
  const after = form.slice(group.index + group[0].length);
  const expanded = group[1]!.split(',').flatMap((choice) => expandForms(before + choice + after));
  return [...new Set(expanded)];
}
