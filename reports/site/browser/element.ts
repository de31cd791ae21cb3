/** Elements made of strings that stay strings: nothing a document says is ever read as markup. */

export type Child = Node | string | number | null | undefined | false | readonly Child[];

type Attributes = Readonly<
  Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>
>;

/** `on…` adds a listener; null, undefined and false leave an attribute out; true writes it empty. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

export function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (child instanceof Node) parent.appendChild(child);
    else if (Array.isArray(child)) append(parent, child as readonly Child[]);
    else parent.appendChild(document.createTextNode(String(child)));
  }
}

/** A part of a page under its heading, which can take the focus. */
export function section(id: string, title: string, ...content: readonly Child[]): HTMLElement {
  return h('section', { 'aria-labelledby': id }, h('h2', { id, tabindex: -1 }, title), content);
}

/** Only what a browser fetches as a page; "javascript:" and the like stay text. */
const WEB_ADDRESS = /^https?:\/\//iu;

export function webLink(url: string): HTMLElement {
  if (!WEB_ADDRESS.test(url)) return h('span', {}, url);
  return h('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, url);
}
