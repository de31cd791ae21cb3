/** What Office says about a file: title and author are often left over from the file it was copied from. */

const FIELDS: Readonly<Record<string, string>> = {
  'dc:title': 'title',
  'dc:subject': 'subject',
  'dc:creator': 'author',
  'cp:keywords': 'keywords',
};
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** `core` is docProps/core.xml; undefined where the file has none. */
export function readProperties(core: Uint8Array | undefined): Record<string, string> {
  const properties: Record<string, string> = {};
  const xml = core === undefined ? '' : new TextDecoder().decode(core);
  for (const [tag, name] of Object.entries(FIELDS)) {
    const text =
      new RegExp(`<${tag}(?:\\s[^<>]{0,200})?>([^<]{1,500})</${tag}>`).exec(xml)?.[1]?.trim() ?? '';
    if (text !== '')
      properties[name] = text.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => ENTITIES[entity]!);
  }
  return properties;
}
