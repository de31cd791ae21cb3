/** Choices above a comparison. What is chosen stands in the address. */

import type { BureauEntry } from '../data.ts';
import { h } from './element.ts';
import { say, word } from './language.ts';
import { choose, currentRoute } from './route.ts';
import { site } from './site.ts';
import { TIER_WORDS } from './words.ts';

export interface Option {
  value: string;
  title: string;
}

/** `name` is both the id of the field and its name in the address. */
export function selectField(
  name: string,
  label: string,
  options: readonly Option[],
  chosen: string,
): HTMLElement {
  const select = h(
    'select',
    { id: `field-${name}`, onchange: () => choose({ [name]: select.value }) },
    options.map(({ value, title }) => h('option', { value, selected: value === chosen }, title)),
  );
  return h('div', { class: 'field' }, h('label', { for: `field-${name}` }, label), select);
}

/** Chosen when the reader leaves the field or presses Enter. */
export function textField(name: string, label: string, chosen: string, type = 'search'): HTMLElement {
  const input = h('input', {
    id: `field-${name}`,
    type,
    value: chosen,
    onchange: () => choose({ [name]: input.value.trim() }),
  });
  return h('div', { class: 'field' }, h('label', { for: `field-${name}` }, label), input);
}

export function fields(...children: (HTMLElement | null)[]): HTMLElement {
  return h('form', { class: 'fields', onsubmit: (event) => event.preventDefault() }, children);
}

export interface PlaceFilter {
  province: string;
  tier: string;
  type: string;
}

export function placeFilter(): PlaceFilter {
  const { params } = currentRoute();
  return {
    province: params.get('province') ?? '',
    tier: params.get('tier') ?? '',
    type: params.get('type') ?? '',
  };
}

/** Province, tier and kind of office; each only where there is something to choose. */
export function placeFields({ province, tier, type }: PlaceFilter): HTMLElement[] {
  const { provinces } = site.index;
  const kinds = [...new Set(site.bureaus.flatMap((bureau) => bureau.type ?? []))].sort();
  const all = (title: string): Option => ({ value: '', title });
  return [
    selectField(
      'province',
      say('省份', 'Province'),
      [
        all(say('全部省份', 'All provinces')),
        ...Object.entries(provinces).map(([value, title]) => ({ value, title })),
      ],
      province,
    ),
    selectField(
      'tier',
      say('层级', 'Tier'),
      [
        all(say('全部层级', 'All tiers')),
        ...Object.entries(TIER_WORDS).map(([value, name]) => ({ value, title: word(name) })),
      ],
      tier,
    ),
    ...(kinds.length > 1
      ? [
          selectField(
            'type',
            say('单位类型', 'Kind of office'),
            [all(say('全部类型', 'All kinds')), ...kinds.map((value) => ({ value, title: value }))],
            type,
          ),
        ]
      : []),
  ];
}

/** A bureau that nobody knows stands in no place. */
export function matchesPlace(
  body: Pick<BureauEntry, 'region' | 'tier' | 'type'> | undefined,
  { province, tier, type }: PlaceFilter,
): boolean {
  return (
    (province === '' || body?.region?.slice(0, 2) === province) &&
    (tier === '' || body?.tier === tier) &&
    (type === '' || body?.type === type)
  );
}
