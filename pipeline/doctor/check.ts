/** One thing that has to be right for nights to run, and what to do where it is not. */
export interface CheckUp {
  name: readonly [zh: string, en: string];
  /** `warning`: nights run, with something missing. */
  state: 'ok' | 'warning' | 'error';
  said: readonly [zh: string, en: string];
}

export const fine = (name: CheckUp['name'], zh: string, en = zh): CheckUp => ({
  name,
  state: 'ok',
  said: [zh, en],
});
export const warning = (name: CheckUp['name'], zh: string, en: string): CheckUp => ({
  name,
  state: 'warning',
  said: [zh, en],
});
export const error = (name: CheckUp['name'], zh: string, en: string): CheckUp => ({
  name,
  state: 'error',
  said: [zh, en],
});
