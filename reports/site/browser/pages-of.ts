/** A long list of cards, some at a time. */
import { h } from './element.ts';
import { say } from './language.ts';

const CARDS_A_PAGE = 50;

export function pages<Item>(items: readonly Item[], card: (item: Item) => HTMLElement): HTMLElement {
  const list = h('div', { class: 'cards' });
  const box = h('div', {}, list);
  const more = h('button', { type: 'button', class: 'more' });
  let shown = 0;
  const show = () => {
    const next = items.slice(shown, shown + CARDS_A_PAGE).map(card);
    list.append(...next);
    shown += next.length;
    const left = items.length - shown;
    more.textContent = say(
      `再看 ${Math.min(left, CARDS_A_PAGE)} 条（还有 ${left} 条）`,
      `Show ${Math.min(left, CARDS_A_PAGE)} more of ${left}`,
    );
    if (left === 0) more.remove();
    return next[0];
  };
  more.addEventListener('click', () => {
    const first = show();
    if (first !== undefined) {
      first.tabIndex = -1;
      first.focus({ preventScroll: true });
    }
  });
  show();
  if (shown < items.length) box.append(more);
  return box;
}
