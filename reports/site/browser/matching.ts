/** Whether a text has every word that was typed; width, case and spaces inside names do not matter. */

export function matchesWords(typed: string, text: string): boolean {
  const plain = plainly(text);
  return typed
    .normalize('NFKC')
    .split(/\s+/u)
    .every((one) => plain.includes(plainly(one)));
}

function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s“”"'·]/gu, '');
}
