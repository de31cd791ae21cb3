import { expect, it } from 'vitest';
import { speak } from '../../pipeline/language.ts';
import { showProgress } from '../../pipeline/progress.ts';

function watch(isTTY: boolean, columns = 60) {
  const written: string[] = [];
  let milliseconds = 0;
  const target = { isTTY, columns, write: (text: string) => written.push(text) };
  const progress = showProgress(target, speak('zh'), () => milliseconds);
  const wait = (more: number) => {
    milliseconds += more;
  };
  return { progress, wait, text: () => written.join('') };
}

it('is one live line with stage, document, rate and time left on a terminal, and leaves none behind', () => {
  const { progress, wait, text } = watch(true);
  progress.stage('读取文件', 100);
  for (let step = 0; step < 20; step += 1) {
    wait(500);
    progress.step(`${step}.pdf`);
  }
  progress.clear();
  expect(text()).toContain('读取文件 20/100 · 2.0 份/秒 · 还需 0:40 · 19.pdf');
  expect(text()).not.toContain('\n');
  expect(text().endsWith('\r\u001b[2K')).toBe(true);
});

it('assumes a usual terminal where none tells its width', () => {
  const { progress, wait, text } = watch(true, 0);
  progress.stage('读取文件', 10);
  wait(500);
  progress.step('a.pdf');
  expect(text()).toContain('读取文件 1/10');
});

it('is plain lines, few of them, where nobody watches', () => {
  const { progress, wait, text } = watch(false);
  progress.stage('读取文件', 1000);
  for (let step = 0; step < 1000; step += 1) {
    wait(50);
    progress.step(`${step}.pdf`);
  }
  expect(text()).not.toContain('\u001b');
  expect(text().trim().split('\n')).toHaveLength(6);
});
