import { describe, expect, it } from 'vitest';
import { FUNDS, PHASES } from '../../transforms/extract/fact.ts';
import { normaliseLabel } from '../../transforms/parse/label.ts';
import { SCOPES } from '../../transforms/recognise/disclosure.ts';
import { FUND_FORMS, fundByLabel } from '../../transforms/vocabulary/funds.ts';
import { PHASE_FORMS, phaseByLabel } from '../../transforms/vocabulary/phases.ts';
import { lookupOf } from '../../transforms/vocabulary/printed-forms.ts';
import { SCOPE_FORMS, scopeByLabel } from '../../transforms/vocabulary/scopes.ts';

describe.each([
  ['phases', PHASES, PHASE_FORMS],
  ['funds', FUNDS, FUND_FORMS],
  ['scopes', SCOPES, SCOPE_FORMS],
])('the printed forms of %s', (_, values, forms) => {
  it('cover every value once', () => {
    expect(forms.map((form) => form.value)).toEqual([...values]);
  });

  it('are kept as normalisation leaves them', () => {
    for (const { labels } of forms) expect(labels).toEqual([...new Set(labels.map(normaliseLabel))]);
  });
});

it.each([
  ['年初预算数', 'original_budget'],
  ['预算数（年初）', 'original_budget'],
  ['全年预算数（A）', 'adjusted_budget'],
  ['调整后预算数', 'adjusted_budget'],
  ['预 算 数', 'budget'],
  ['决算数(万元)', 'actual'],
  ['全年执行数（B）', 'actual'],
  ['执行率（B/A）', null],
  ['合计', null],
])('the column head %j is the phase %j', (label, phase) => {
  expect(phaseByLabel(label)).toBe(phase);
});

it.each([
  ['一、一般公共预算财政拨款收入', 'general_public'],
  ['其中：财政拨款', 'fiscal'],
  ['政府性基金', 'government_fund'],
  ['国有资本经营预算拨款', 'state_capital'],
  ['财政专户管理资金', 'special_account'],
  ['五、事业收入', 'operating_income'],
  ['事业单位经营收入', 'business_income'],
  ['上级补助收入', 'superior_subsidy'],
  ['附属单位上缴收入', 'affiliate_income'],
  ['其他资金', 'other_income'],
  ['基本支出', null],
])('%j is the fund %j', (label, fund) => {
  expect(fundByLabel(label)).toBe(fund);
});

it.each([
  ['部门决算', 'department'],
  ['单位预算', 'unit'],
  ['本级', 'unit'],
  ['财政局', null],
])('%j is the scope %j', (label, scope) => {
  expect(scopeByLabel(label)).toBe(scope);
});

it('refuses a table in which two values claim one printed form', () => {
  const forms = [
    { value: 'a', zh: '甲', en: 'a', labels: ['一'] },
    { value: 'b', zh: '乙', en: 'b', labels: ['甲'] },
  ];
  expect(() => lookupOf(forms)).toThrow('甲');
});
