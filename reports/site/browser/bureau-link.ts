/** The name of a bureau, which leads to its page. */
import type { BureauEntry } from '../data.ts';
import { h } from './element.ts';
import { linkTo } from './route.ts';
import { nameOfKey } from './words.ts';

export function bureauLink(bureau: BureauEntry): HTMLElement {
  return h('a', { href: linkTo('bureau', bureau.id) }, nameOfKey(bureau.key));
}
