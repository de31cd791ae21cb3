/** What a cell of a flattened statement is, by its words alone. */
import { readNumber } from '../../parse/amount.ts';

export const HAN = /\p{Script=Han}/u;

/** 政府性基金 | 小计: labels in two columns, of which the first covers several rows. */
export const BARE_SUBTOTAL = /^小\s*计$/;

export const isFigure = (text: string): boolean => readNumber(text).kind === 'number';

/** What may stand where a figure does: also "" and "—". */
export const isValue = (text: string): boolean => ['number', 'blank', 'dash'].includes(readNumber(text).kind);
