import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { compilerFlags } from '../../pipeline/compile-seldom.ts';

describe('what the engine is told while documents are read', () => {
  it('is nothing that this engine would complain of on the terminal', () => {
    const { reading, after } = compilerFlags(process.versions.v8);
    const script = `for (const flag of ${JSON.stringify([...reading, ...after])}) require('v8').setFlagsFromString(flag)`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('is nothing at all to an engine that was never tried', () => {
    expect(compilerFlags('99.1.2')).toEqual({ reading: [], after: [] });
    expect(compilerFlags('')).toEqual({ reading: [], after: [] });
  });

  it('is taken back behind the reading where it would slow down what follows', () => {
    const { reading, after } = compilerFlags('11.3.244.8-node.30');
    expect(reading).toContain('--interrupt-budget=1000000');
    expect(after).toEqual(['--interrupt-budget=135168']);
    expect(compilerFlags('13.6.233.17')).toEqual({
      reading: expect.not.arrayContaining(['--interrupt-budget=1000000']),
      after: [],
    });
  });
});
