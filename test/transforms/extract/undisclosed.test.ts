import { describe, expect, it } from 'vitest';
import { undisclosedIn } from '../../../transforms/extract/undisclosed.ts';
import { readText } from '../../../transforms/read/read-text.ts';

const lacking = (...lines: string[]) =>
  undisclosedIn(readText(new TextEncoder().encode(`七、“三公”经费说明\n${lines.join('\n')}\n`))).map(
    ({ kind }) => kind,
  );

const VEHICLES = '2、公务用车购置及运行维护费18.40万元，其中：公务用车运行费 18.40 万元，用于燃油和保险。';

describe('what the text on 三公 leaves out', () => {
  it.each([
    [['3、公务接待费支出0万元。其中：接待外宾0批次、0人次。'], ['undisclosed_guests']],
    [['3、公务接待费支出2.10万元，主要用于来访调研。'], ['undisclosed_guests']],
    [['3、公务接待费支出2.10万元。其中：', '国内公务接待2.10万元，接待批次 3 次、接待 21 人次。'], []],
    [['3、公务接待费支出2.10万元，共接待国内来访5批41人。'], []],
    // Nothing was spent, and nobody is counted.
    [['3、公务接待费支出0万元。'], []],
    [[VEHICLES], ['undisclosed_vehicles_bought']],
    [[VEHICLES, '公用经费包括办公费、公务用车运行维护费及购置费。'], ['undisclosed_vehicles_bought']],
    [[VEHICLES, '其中：购置费0万元，运行费18.40万元。'], []],
    [[VEHICLES, '公务用车购置支出为0万元。'], []],
    [[VEHICLES, '支出减少的主要原因是2025年未新增公务用车。'], []],
    [['2、公务用车购置及运行维护费支出0.00万元。'], []],
    [['本局没有“三公”经费。'], []],
  ])('%j: %j', (lines, expected) => {
    expect(lacking(...lines)).toEqual(expected);
  });
});
