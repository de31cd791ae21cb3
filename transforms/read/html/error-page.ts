/** A server that has no report answers with a page that says so; saved under the report's name it looks like one. */
import { UnreadableDocument } from '../document.ts';

/** Words of a title or a first line that only such pages have, with what they mean. */
const ANSWERS: readonly { form: RegExp; meaning: string }[] = [
  {
    form: /\b404\b|not found|页面不存在|找不到.{0,6}(?:页|文件|资源|网页)|(?:访问|请求|查看|浏览)的.{0,8}(?:不存在|已删除|被删除|已过期)|页面已.{0,4}(?:删除|失效|下线)|不存在或已.{0,4}删除/i,
    meaning: '页面不存在',
  },
  {
    form: /\b(?:403|401)\b.{0,20}(?:forbidden|unauthori[sz]ed|禁止|拒绝)|forbidden|access denied|访问被(?:拒绝|拦截|阻断|禁止)|拒绝访问|没有(?:访问)?权限|无权访问/i,
    meaning: '服务器拒绝访问',
  },
  {
    form: /\b50[0-4]\b.{0,30}(?:error|gateway|unavailable|timeout|错误)|internal server error|bad gateway|service unavailable|服务器(?:内部)?错误|系统(?:错误|繁忙|异常|维护)|网站.{0,6}维护|HTTP\s*状态\s*[45]\d\d/i,
    meaning: '服务器出错',
  },
  {
    form: /验证码|安全验证|人机验证|滑动验证|captcha|just a moment|checking your browser|安全(?:检测|检查)中|防火墙|云盾|WAF/i,
    meaning: '要求验证',
  },
  {
    form: /^(?:用户|统一身份|系统|会员)?\s*(?:登录|登陆|认证)(?:页面?|系统|平台)?$|请(?:先)?登录|用户登录|统一身份认证|会话.{0,4}(?:超时|过期)/,
    meaning: '要求登录',
  },
];
/** A page with so many words beside its answer is a report that mentions one. */
const LONGEST_ANSWER = 600;
const SHORTEST_CONTENT = 10;
const MONEY = /\d\s*[万亿]?元/;

/** What of a page tells an answer from a report. */
export interface PageSigns {
  title: string;
  /** What it shows outside its tables, line by line. */
  text: string;
  /** Characters of all it shows. */
  length: number;
  hasTables: boolean;
  hasScripts: boolean;
}

/** Throws UnreadableDocument `html_error_page` or `html_without_content`. */
export function refuseErrorPage({ title, text, length, hasTables, hasScripts }: PageSigns): void {
  if (hasTables || length > LONGEST_ANSWER || MONEY.test(text)) return;
  const seen = `${title}\n${text.slice(0, LONGEST_ANSWER)}`;
  const answer = ANSWERS.find(({ form }) => seen.split('\n').some((line) => form.test(line.trim())));
  if (answer !== undefined)
    throw new UnreadableDocument(
      'html_error_page',
      `下载到的是网站的提示页（${answer.meaning}：“${(title || text).trim().slice(0, 40)}”），不是报告：请从原网址重新下载。`,
    );
  if (length < SHORTEST_CONTENT)
    throw new UnreadableDocument(
      'html_without_content',
      hasScripts
        ? '网页里没有正文，内容要靠脚本加载：请在浏览器中打开后另存为完整网页，或复制正文保存为文本。'
        : '网页里没有正文，请核对原网址。',
    );
}
