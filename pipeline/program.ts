/** The commands, their options and their help. What each does is in `commands/`, loaded when it is called. */
import { Command, Help, InvalidArgumentError, Option } from 'commander';
import { SEVERITIES } from '../transforms/checks/finding.ts';
import { FUNDS, PHASES } from '../transforms/extract/fact.ts';
import { SCOPES } from '../transforms/recognise/disclosure.ts';
import { DOCUMENT_STATES } from '../warehouse/enumerations.ts';
import type { Console } from './console.ts';
import { displayWidth } from './display-width.ts';
import type { ExitStatus } from './exit-status.ts';
import { DEFAULT_DATA, DEFAULT_MEGABYTES } from './options.ts';
import { ROW_FORMATS } from './render-rows.ts';

/** `finished` is told the exit status of the command that ran. */
export function buildProgram(console: Console, finished: (status: ExitStatus) => void): Command {
  const words = { console, both: bilingual(console) };
  const program = new Command('duibiao')
    .exitOverride()
    .configureOutput({ writeOut: console.out, writeErr: console.err, outputError() {} })
    .configureHelp(helpStyle(console))
    .description(
      console.say(
        '对标：读取各单位公开的部门预算、决算和绩效自评，归入一个可比较、可追溯的数据仓库',
        'Duibiao: reads the budgets, final accounts and self-evaluations that bureaus publish into one comparable, traceable warehouse',
      ),
    )
    .helpOption('-h, --help', words.both('显示帮助', 'show help'))
    .helpCommand('help [command]', words.both('显示某个命令的帮助', 'show the help of a command'))
    .addHelpText('after', examples(console));
  addCommonOptions(program, words);
  addNightly(program, words, finished);
  addOperations(program, words, finished);
  addQuery(program, words, finished);
  addExplain(program, words, finished);
  addStatus(program, words, finished);
  addDocuments(program, words, finished);
  addFindings(program, words, finished);
  addChanges(program, words, finished);
  addReport(program, words, finished);
  addDataset(program, words, finished);
  addReview(program, words, finished);
  addBureaus(program, words, finished);
  addFetch(program, words, finished);
  addArchive(program, words, finished);
  addInspect(program, words, finished);
  return program;
}

interface Words {
  console: Console;
  /** Chinese with a short English gloss, or English alone. */
  both(zh: string, en: string): string;
}

type Finished = (status: ExitStatus) => void;

function addNightly(program: Command, words: Words, finished: Finished): void {
  command(
    program,
    words,
    'nightly',
    '读取新文件，核对、计算并发布',
    'read what is new, check, compute and publish',
  )
    .option(
      '--inbox <DIR>',
      words.both('存放报告的目录，含子目录；不给则读内置样例', 'folder of reports; samples if absent'),
    )
    .option(
      '--manifest <FILE>',
      words.both(
        '说明文件归属的 CSV；收件目录里的 manifest.csv 自动使用',
        'CSV that says whose the documents are',
      ),
    )
    .option(
      '--corrections <FILE>',
      words.both(
        '更正错误数字的 CSV；收件目录或数据目录里的 corrections.csv 自动使用',
        'CSV of corrected figures',
      ),
    )
    .option(
      '--max-megabytes <N>',
      words.both(
        `单个文件大小上限，默认 ${DEFAULT_MEGABYTES}`,
        `largest file read, default ${DEFAULT_MEGABYTES}`,
      ),
      wholeNumber(words),
    )
    .option('--offline', words.both('不联网，只读已有的文件', 'ask nothing of the network'))
    .addOption(configOption(words))
    .option(
      '--readers <N>',
      words.both('同时读取的文件数，默认与处理器核数相同', 'documents read at once'),
      wholeNumber(words),
    )
    .option('--accept', words.both('发布与上次相差太大而未发布的结果', 'publish what the gates hold back'))
    .option('--retry', words.both('再次尝试已放弃的文件', 'try documents again that were given up'))
    .action(async (options) =>
      finished(await (await import('./commands/nightly.ts')).nightlyCommand(options, words.console)),
    );
}

/** What keeps the nights running. */
function addOperations(program: Command, words: Words, finished: Finished): void {
  const { console } = words;
  const config = () => configOption(words);
  command(
    program,
    words,
    'schedule',
    '每天到点运行，错过的补上',
    'run every night, and make up for a missed one',
  )
    .option('--at <TIME>', words.both('北京时间，默认 02:30', 'time in China, default 02:30'), '02:30')
    .option('--inbox <DIR>', words.both('同 nightly', 'as for nightly'))
    .option('--manifest <FILE>', words.both('同 nightly', 'as for nightly'))
    .option('--corrections <FILE>', words.both('同 nightly', 'as for nightly'))
    .option('--offline', words.both('同 nightly', 'as for nightly'))
    .addOption(config())
    .action(async (options) =>
      finished(await (await import('./commands/schedule.ts')).scheduleCommand(options, console)),
    );
  command(program, words, 'rollback', '回退到以前的数据仓库', 'put an earlier warehouse back')
    .argument('[RUN]', words.both('第几次运行，默认最近保留的', 'number of a run'), wholeNumber(words))
    .addOption(config())
    .action(async (run, options) =>
      finished(await (await import('./commands/rollback.ts')).rollbackCommand(run, options, console)),
    );
  command(program, words, 'rebuild', '由归档重新读取全部文件', 'read everything again from the archive')
    .option('--accept', words.both('与现有数据相差太大也发布', 'publish what the gates hold back'))
    .addOption(config())
    .action(async (options) =>
      finished(await (await import('./commands/nightly.ts')).rebuildCommand(options, console)),
    );
  command(
    program,
    words,
    'doctor',
    '检查环境、设置和数据，说明怎么修',
    'what is wrong here, and how to mend it',
  )
    .option('--inbox <DIR>', words.both('同 nightly', 'as for nightly'))
    .addOption(config())
    .action(async (options) =>
      finished(await (await import('./commands/doctor.ts')).doctorCommand(options, console)),
    );
  command(
    program,
    words,
    'diagnose',
    '一份文件或一个单位为何是现在这样',
    'why a document or bureau is as it is',
  )
    .argument('<DOCUMENT|BUREAU>', words.both('路径、编号或单位名称', 'path, id, or name of a bureau'))
    .action(async (wanted, options) =>
      finished(await (await import('./commands/diagnose.ts')).diagnoseCommand(wanted, options, console)),
    );
}

function addQuery(program: Command, words: Words, finished: Finished): void {
  command(program, words, 'query', '用 SQL 查询数据仓库（只读）', 'ask the warehouse in SQL, read-only')
    .argument('<SQL>', words.both('一条 SELECT 语句', 'one SELECT statement'))
    .addOption(formatOption(words))
    .action(async (sql, options) =>
      finished(await (await import('./commands/query.ts')).queryCommand(sql, options, words.console)),
    );
}

function addExplain(program: Command, words: Words, finished: Finished): void {
  command(program, words, 'explain', '一个数字从哪里来：公式、依据、原文、位置', 'where a figure comes from')
    .argument(
      '<BUREAU>',
      words.both('单位的编号、名称，或名称中唯一的一段', 'id, name, or a unique part of the name'),
    )
    .argument('<YEAR>', words.both('年度', 'fiscal year'), wholeNumber(words))
    .argument(
      '<CONCEPT|METRIC>',
      words.both('科目或指标的编号或中文名', 'concept or metric, by id or Chinese name'),
    )
    .addOption(choice(words, '--phase <PHASE>', '口径', 'phase', PHASES))
    .addOption(choice(words, '--fund <FUND>', '资金来源', 'fund', FUNDS))
    .addOption(choice(words, '--scope <SCOPE>', '部门或单位', 'scope', SCOPES))
    .option('--code <CODE>', words.both('功能或经济分类编码', 'functional or economic code'))
    .option('--project <NAME>', words.both('项目名称', 'project name'))
    .action(async (bureau, year, name, options) =>
      finished(
        await (await import('./commands/explain.ts')).explainCommand(
          { bureau, year, name, ...options },
          words.console,
        ),
      ),
    );
}

function addStatus(program: Command, words: Words, finished: Finished): void {
  command(
    program,
    words,
    'status',
    '最近几次运行、文件状态、单位与年度覆盖',
    'last runs, documents by state, coverage',
  ).action(async (options) =>
    finished(await (await import('./commands/status.ts')).statusCommand(options, words.console)),
  );
}

function addDocuments(program: Command, words: Words, finished: Finished): void {
  command(
    program,
    words,
    'documents',
    '所有文件：读了没有，为什么没读',
    'all documents, and why some were not read',
  )
    .option('--unclaimed', words.both('列出没有读懂的数字', 'list the numbers that were not understood'))
    .addOption(choice(words, '--state <STATE>', '只看某种状态', 'only this state', DOCUMENT_STATES))
    .addOption(formatOption(words))
    .action(async (options) =>
      finished(await (await import('./commands/documents.ts')).documentsCommand(options, words.console)),
    );
}

function addFindings(program: Command, words: Words, finished: Finished): void {
  command(program, words, 'findings', '公开数据中对不上的地方', 'published relations that do not hold')
    .option('--bureau <BUREAU>', words.both('只看某个单位', 'only this bureau'))
    .option(
      '--propose',
      words.both(
        '给出单位错误的更正建议（corrections.csv 的行），不采用',
        'rows for corrections.csv, not applied',
      ),
    )
    .addOption(choice(words, '--severity <SEVERITY>', '只看某个等级', 'only this severity', SEVERITIES))
    .addOption(formatOption(words))
    .action(async (options) =>
      finished(await (await import('./commands/findings.ts')).findingsCommand(options, words.console)),
    );
}

function addChanges(program: Command, words: Words, finished: Finished): void {
  command(program, words, 'changes', '最近的运行改变了什么，为什么', 'what the last runs changed, and why')
    .option(
      '--since <RUN>',
      words.both('第几次运行之后的变化，默认最近一次有变化的运行', 'changes after this run'),
      wholeNumber(words),
    )
    .addOption(formatOption(words))
    .action(async (options) =>
      finished(await (await import('./commands/changes.ts')).changesCommand(options, words.console)),
    );
}

function addReport(program: Command, words: Words, finished: Finished): void {
  command(
    program,
    words,
    'report',
    '一个单位及其同类的工作簿，附单位概况；或一个省的工作簿',
    'workbook of one bureau and its peers, with a profile, or of a province',
  )
    .option('--bureau <BUREAU>', words.both('单位的编号、名称，或名称中唯一的一段', 'the bureau'))
    .option(
      '--province <PROVINCE>',
      words.both('省份，如 示例省：列出该省全部单位', 'all bureaus of a province'),
    )
    .option(
      '--peers <BUREAUS>',
      words.both('一同列出的单位，以逗号分隔；auto 为其同类组', 'others, by commas; auto: its peer group'),
    )
    .option('--years <YEARS>', words.both('年度，如 2022-2024 或 2022,2024', 'such as 2022-2024'))
    .option('--metrics <METRICS>', words.both('指标的编号或中文名，以逗号分隔', 'metrics, by commas'))
    .option('--out <FILE>', words.both('写到何处，默认 out/单位名称.xlsx', 'where to'))
    .action(async (options) =>
      finished(await (await import('./commands/report.ts')).reportCommand(options, words.console)),
    );
}

function addDataset(program: Command, words: Words, finished: Finished): void {
  command(program, words, 'dataset', '导出 Parquet 与 CSV 数据集', 'export the dataset as Parquet and CSV')
    .option('--out <DIR>', words.both('写到哪个目录，默认数据目录下 out/dataset', 'folder to write'))
    .action(async (options) =>
      finished(await (await import('./commands/dataset.ts')).datasetCommand(options, words.console)),
    );
}

function addFetch(program: Command, words: Words, finished: Finished): void {
  command(program, words, 'fetch', '抓取登记的网页上的报告', 'fetch reports from the registered pages')
    .addOption(configOption(words))
    .option('--bureau <BUREAU>', words.both('只抓取某个单位', 'only this bureau'))
    .option('--urls <FILE>', words.both('抓取 CSV 里的网址（url 列）', 'fetch the addresses of a CSV'))
    .option('--offline', words.both('不联网，列出已经抓取的', 'show what was fetched before'))
    .addOption(formatOption(words))
    .action(async (options) =>
      finished(await (await import('./commands/fetch.ts')).fetchCommand(options, words.console)),
    );
}

function addArchive(program: Command, words: Words, finished: Finished): void {
  const group = program
    .command('archive')
    .description(words.both('原件归档', 'the archive of originals'))
    .helpOption('-h, --help', words.both('显示帮助', 'show help'))
    .helpCommand(false);
  describe(
    group.command('verify'),
    words,
    '重新计算每个原件的哈希值，报告损坏和缺失',
    'hash every original again',
  )
    .addOption(configOption(words))
    .addOption(formatOption(words))
    .action(async (options) =>
      finished(await (await import('./commands/archive.ts')).verifyArchiveCommand(options, words.console)),
    );
}

function addBureaus(program: Command, words: Words, finished: Finished): void {
  const load = () => import('./commands/bureaus.ts');
  // Options on the group itself would be taken away from its commands.
  const group = program
    .command('bureaus')
    .description(words.both('单位登记：列出、核对、新增', 'the registry of bureaus: list, check, add'))
    .helpOption('-h, --help', words.both('显示帮助', 'show help'))
    .helpCommand(false);
  const list = group.command('list', { isDefault: true });
  describe(list, words, '列出登记的单位', 'list the registered bureaus')
    .addOption(configOption(words))
    .addOption(formatOption(words))
    .action(async (options) => finished(await (await load()).bureausCommand(options, words.console)));
  describe(
    group.command('check'),
    words,
    '核对登记：区划、重名、没有文件的单位',
    'what is wrong with the registry',
  )
    .addOption(configOption(words))
    .addOption(formatOption(words))
    .action(async (options) => finished(await (await load()).checkBureausCommand(options, words.console)));
  addNewBureau(group, words, finished);
}

function addNewBureau(group: Command, words: Words, finished: Finished): void {
  const many = (text: string, list: string[] = []) => [...list, text];
  const option = (flags: string, zh: string, en: string) => new Option(flags, words.both(zh, en));
  const several = (flags: string, zh: string, en: string) => option(flags, zh, en).argParser(many);
  describe(group.command('add'), words, '登记一个单位；在终端里缺什么问什么', 'register a bureau')
    .addOption(configOption(words))
    .addOption(option('--file <FILE>', '写入的登记文件', 'registry file'))
    .addOption(option('--name <NAME>', '正式名称', 'official name'))
    .addOption(option('--id <ID>', '编号，默认由区划和名称得出', 'id'))
    .addOption(option('--division <CODE>', '区划代码，默认由名称得出', 'division code'))
    .addOption(several('--short <NAME>', '简称，可多次', 'short name, repeatable'))
    .addOption(several('--former <NAME,FROM,UNTIL>', '曾用名及起止日期，可多次', 'former name, repeatable'))
    .addOption(option('--type <TYPE>', '类别，如 医疗保障局', 'type of bureau'))
    .addOption(choice(words, '--scope <SCOPE>', '部门或单位', 'scope', SCOPES))
    .addOption(several('--listing <URL>', '列表页，可多次', 'listing page, repeatable'))
    .addOption(option('--pages <PATTERN>', '列表第二页起的地址，如 index_{n}.html', 'later listing pages'))
    .addOption(several('--url <URL>', '报告的网址，可多次', 'address of a report, repeatable'))
    .addOption(option('--unit <UNIT>', '默认货币单位', 'default unit'))
    .addOption(
      several('--expect <KIND,DUE,FROM>', '应公开：部门决算,次年09-30,2024；可多次', 'expected every year'),
    )
    .addOption(option('--notes <TEXT>', '备注', 'notes'))
    .action(async (options) =>
      finished(await (await import('./commands/add-bureau.ts')).addBureauAtTerminal(options, words.console)),
    );
}

function addInspect(program: Command, words: Words, finished: Finished): void {
  command(
    program,
    words,
    'inspect',
    '一份文件在程序眼里的样子：表格、版式、没有读懂的数字',
    'a file as the program sees it: tables, layouts, unclaimed numbers',
  )
    .argument('<FILE>', words.both('任何能读的文件', 'a file of any format that is read'))
    .option('--page <N>', words.both('只看 PDF 的这一页', 'only this page of a PDF'), wholeNumber(words))
    .option(
      '--out <SVG>',
      words.both('把这一页连同认出的表格线和单元格画成 SVG', 'draw the page with its rules and cells'),
    )
    .addOption(configOption(words))
    .action(async (file, options) =>
      finished(await (await import('./commands/inspect.ts')).inspectCommand(file, options, words.console)),
    );
}

function addReview(program: Command, words: Words, finished: Finished): void {
  command(
    program,
    words,
    'review',
    '导出需要人看的问题，收回答复',
    'send out what a person should look at, take answers back',
  )
    .option('--out <FILE>', words.both('写到这个 CSV 文件；不给则输出到屏幕', 'write this CSV file'))
    .option(
      '--in <FILE>',
      words.both(
        '收回填好的 CSV：accept、correct 数值、bureau 单位名称 区划代码、ignore',
        'take the answered CSV back',
      ),
    )
    .action(async (options) =>
      finished(await (await import('./commands/review.ts')).reviewCommand(options, words.console)),
    );
}

function command(program: Command, words: Words, name: string, zh: string, en: string): Command {
  return describe(program.command(name), words, zh, en);
}

function describe(command: Command, words: Words, zh: string, en: string): Command {
  command
    .description(words.both(zh, en))
    .helpOption('-h, --help', words.both('显示帮助', 'show help'))
    .option(
      '--data <DIR>',
      words.both(`数据目录，默认 ./${DEFAULT_DATA}`, `data folder, default ./${DEFAULT_DATA}`),
    );
  addCommonOptions(command, words);
  return command;
}

function configOption(words: Words): Option {
  return new Option(
    '--config <FILE>',
    words.both('设置文件，默认 ./duibiao.yml', 'settings, default ./duibiao.yml'),
  );
}

/** Read before commander sees them (`cli.ts`); listed on every command so that they may stand anywhere. */
function addCommonOptions(command: Command, words: Words): void {
  command
    .addOption(choice(words, '--lang <LANG>', '语言', 'language', ['zh', 'en']))
    .option('--quiet', words.both('只在出错时输出', 'say nothing unless something is wrong'))
    .option('--verbose', words.both('显示细节', 'show details'));
}

function formatOption(words: Words): Option {
  return choice(words, '--format <FORMAT>', '输出格式', 'output format', ROW_FORMATS).default('table');
}

function choice(words: Words, flags: string, zh: string, en: string, choices: readonly string[]): Option {
  return new Option(flags, words.both(zh, en)).choices(choices);
}

function wholeNumber(words: Words): (text: string) => number {
  return (text) => {
    if (/^[1-9][0-9]*$/.test(text)) return Number(text);
    throw new InvalidArgumentError(
      words.console.say('需要一个正整数。', 'A positive whole number is needed.'),
    );
  };
}

function bilingual(console: Console): (zh: string, en: string) => string {
  return (zh, en) => console.say(`${zh} (${en})`, en);
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法:',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
};

function helpStyle(console: Console): Partial<Help> {
  const plain = new Help();
  return {
    helpWidth: console.columns ?? 120,
    displayWidth,
    // With its options and arguments one command would leave no room for what the others do.
    subcommandTerm: (command) => command.name(),
    styleTitle: (title) => console.say(TITLES[title] ?? title, title),
    optionDescription: (option) => {
      if (console.language === 'en') return plain.optionDescription(option);
      const choices = option.argChoices === undefined ? '' : `，可选：${option.argChoices.join(' ')}`;
      const otherwise = option.defaultValue === undefined ? '' : `，默认：${option.defaultValue}`;
      return `${option.description}${choices}${otherwise}`;
    },
  };
}

function examples(console: Console): string {
  return console.say(
    `
例：
  duibiao nightly                                      读内置样例，结果在 ./data
  duibiao nightly --inbox 报告 --data 数据             读“报告”目录
  duibiao explain 示例县医疗保障局 2024 three_public   这个数字从哪里来
  duibiao query "SELECT * FROM metrics LIMIT 10" --format csv

退出状态：0 正常；1 失败；2 用法不对；3 完成，但有文件未能读取
English: duibiao --lang en --help, or set DUIBIAO_LANG=en`,
    `
Examples:
  duibiao nightly                                     read the samples
  duibiao nightly --inbox reports --data results      read the folder "reports"
  duibiao explain 示例县医疗保障局 2024 three_public  where it comes from
  duibiao query "SELECT * FROM metrics LIMIT 10" --format csv

Exit status: 0 all well; 1 failed; 2 wrong usage; 3 finished, with documents
that could not be read`,
  );
}
