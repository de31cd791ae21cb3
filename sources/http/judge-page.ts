/** A page that is no page: errors, logins and puzzles that answer 200. Archived as reports they would be read as ones. */
import type { WebPage } from './read-page.ts';
import type { HttpTroubleCode } from './trouble.ts';

/** An error page says so in a few lines; a report that quotes the words is long. */
const FEW_CHARACTERS = 800;

const NOT_FOUND =
  /(?:^|\s|error\s*)404(?:$|[\s:：,，]|错误|页)|not\s+found|(?:页面|网页|内容|文件|文章|信息|地址|栏目)[^。]{0,10}(?:不存在|未找到|找不到|没有找到|已(?:被)?(?:删除|移除|下线|撤下)|走丢)|(?:找不到|无法访问|未找到)[^。]{0,12}(?:页面|网页|文件|内容)|您访问的[^。]{0,12}(?:不存在|删除)/i;
const PUZZLE =
  /验证码|人机(?:身份)?验证|安全验证|滑动(?:完成)?验证|点击完成验证|(?:访问|请求)(?:过于频繁|被拦截|被阻断|异常)|防火墙|网站防护|access\s+denied|captcha|请(?:开启|启用)\s*javascript|浏览器安全检查/i;
const LOGIN = /(?:用户|账号|统一(?:身份)?(?:认证)?)?登[录陆]|sign\s?in|log\s?in|用户名/i;
const SERVER_ERROR =
  /(?:服务器|系统|程序)(?:内部)?(?:错误|异常|繁忙)|\b50[0234]\b|internal server error|bad gateway|数据库连接/i;

/** Why the page is none; null for a page. */
export function falsePage(page: WebPage): HttpTroubleCode | null {
  const title = page.title ?? '';
  const isShort = page.text.length < FEW_CHARACTERS;
  const shown = `${title} ${page.text.slice(0, FEW_CHARACTERS)}`;
  if (page.asksForPassword && (LOGIN.test(title) || (isShort && LOGIN.test(page.text)))) return 'login_page';
  if (!isShort || page.hasTable) return null;
  if (NOT_FOUND.test(shown)) return 'soft_404';
  if (PUZZLE.test(shown)) return 'captcha';
  if (SERVER_ERROR.test(shown)) return 'server_error';
  return null;
}
