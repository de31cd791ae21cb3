import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig, parseConfig } from '../../pipeline/config.ts';
import { nightlyOptions } from '../../pipeline/options.ts';

const errorsOf = (text: string) => parseConfig(text, '/work/duibiao.yml').errors;

describe('settings', () => {
  it('that are empty are the defaults', () => {
    expect(parseConfig('', '/work/duibiao.yml')).toEqual({
      config: { ...loadConfig(undefined, '/nowhere'), file: '/work/duibiao.yml' },
      errors: [],
    });
  });

  it('name paths from where they stand, and whom to write to', () => {
    const { config } = parseConfig('registry: 登记\nhttp: { contact: 张三 a@b.cn }', '/work/x/duibiao.yml');
    expect(config?.registry).toBe('/work/x/登记');
    expect(config?.http.userAgent).toMatch(/^Duibiao\/[\d.]+ \(.*%E5%BC%A0%E4%B8%89%20a@b\.cn\)$/);
  });

  it.each([
    ['htpp: {}', 'duibiao.yml 第1行 htpp：没有这个字段'],
    ['inbox: 报告\nhttp:\n  attempts: 0', 'duibiao.yml 第3行 http.attempts：不应小于 1'],
    ['reading:\n  seconds: 很久', 'duibiao.yml 第2行 reading.seconds：应为数字'],
    ['http:\n  allowHosts: [10.0.0.5]', 'duibiao.yml 第2行 http.allowHosts[0]：应写成 主机:端口'],
    ['http:\n  userAgent: 对标', 'duibiao.yml 第2行 http.userAgent：只能用英文'],
    ['inbox: "报告', 'duibiao.yml 第'],
  ])('%j are told as wrong with file, line and field', (text, complaint) => {
    expect(errorsOf(text).join('\n')).toContain(complaint);
  });

  it('are those of the file that is named, and it must be there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'settings-'));
    try {
      writeFileSync(join(folder, 'x.yml'), 'data: d');
      expect(loadConfig('x.yml', folder).data).toBe(join(folder, 'd'));
      expect(() => loadConfig('y.yml', folder)).toThrow('设置文件不存在');
      writeFileSync(join(folder, 'duibiao.yml'), 'data: [d]');
      expect(() => loadConfig(undefined, folder)).toThrow('设置有误');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('give way to the command line; who has bureaus of his own reads no samples', () => {
    const { config } = parseConfig('registry: r\ndata: d\nreading: { readers: 3 }', '/work/duibiao.yml');
    expect(nightlyOptions({}, config)).toMatchObject({
      inbox: '/work/d/inbox',
      inboxMayBeEmpty: true,
      readers: 3,
      registry: { folder: '/work/r', withSamples: false },
    });
    expect(nightlyOptions({ inbox: '/in', data: '/e', readers: 1 }, config)).toMatchObject({
      inbox: '/in',
      inboxMayBeEmpty: false,
      readers: 1,
    });
    expect(nightlyOptions({}).registry).toEqual({ folder: null, withSamples: true });
    expect(nightlyOptions({ inbox: '/in' }).registry).toBeNull();
  });
});
