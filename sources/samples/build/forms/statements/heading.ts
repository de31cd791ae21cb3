/** What stands above each statement. */
import { type Page, write } from '../../page.ts';

export function heading(page: Page, number: number, title: string): void {
  write(page, title, `公开${String(number).padStart(2, '0')}表`, `金额单位：${page.manner.unit}`);
}
