/** A finding: what does not hold, by how much, and every place it points at in the words of the document. */
import { SEVERITY_WORDS } from '../../words.ts';
import type { FindingEntry, PlaceEntry } from '../data.ts';
import { bureauLink } from './bureau-link.ts';
import { h } from './element.ts';
import { archived, definitions, quoted } from './evidence.ts';
import { figureText, figureUnit } from './format.ts';
import { say, word } from './language.ts';
import { exact } from './numbers.ts';
import { site } from './site.ts';
import { checkName, placeName } from './words.ts';

export function findingCard(
  finding: FindingEntry,
  places: readonly PlaceEntry[],
  namesBureau = true,
): HTMLElement {
  const bureau = site.bureauByKey.get(finding.bureau);
  return h(
    'article',
    { class: `finding ${finding.severity}` },
    h(
      'p',
      { class: 'finding-head' },
      h('span', { class: `badge ${finding.severity}` }, word(SEVERITY_WORDS[finding.severity])),
      namesBureau && bureau !== undefined ? [bureauLink(bureau), ' · '] : null,
      finding.year === null ? null : `${finding.year} · `,
      h('span', { class: 'quiet' }, checkName(finding.check)),
    ),
    h('p', { class: 'finding-message' }, say(finding.message, finding.messageEn)),
    definitions([
      [say('印作', 'Printed'), amount(finding, finding.printed)],
      [say('应为', 'Expected'), amount(finding, finding.expected)],
      [say('相差', 'Difference'), amount(finding, finding.difference)],
      [say('文件', 'Document'), finding.file === null ? null : archived(finding.file, finding.archive)],
      [say('位置', 'Where'), places.length > 0 ? null : placeName(finding.locator)],
    ]),
    places.length === 0
      ? null
      : h(
          'details',
          { open: finding.severity === 'error' },
          h(
            'summary',
            {},
            say(`原文（${places.length} 处）`, `In the words of the document (${places.length})`),
          ),
          h(
            'ul',
            { class: 'witnesses' },
            places.map((place) => placeLine(place, finding)),
          ),
        ),
  );
}

function placeLine(place: PlaceEntry, finding: FindingEntry): HTMLElement {
  return h(
    'li',
    {},
    h('strong', {}, `${place.printed} ${place.printedUnit}`),
    ` · ${placeName(place.locator)}`,
    place.file === finding.file ? null : [' · ', archived(place.file, place.archive)],
    quoted(place.quote),
  );
}

/** In 万元 with the yuan behind it, since a difference may be a few yuan. */
function amount({ unit }: FindingEntry, value: number | null): HTMLElement | null {
  if (value === null || unit === null) return null;
  const text =
    unit === 'percent' ? figureText(value, unit) : `${figureText(value, unit)} ${figureUnit(unit)}`;
  const yuan =
    unit === 'CNY' ? h('span', { class: 'evidence-note' }, `${exact(value)} ${say('元', 'yuan')}`) : null;
  return h('span', {}, h('data', { value }, text), yuan);
}
