/** What lies in every inbox and is no report: an error page, an empty file, a program's data. */
import { type SampleDocument, utf8 } from '../document.ts';

const ERROR_PAGE = `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>404 页面不存在</title></head>
<body>
<div class="error"><h1>404</h1><p>您要找的页面已经移走或删除。</p><p><a href="/">回到首页</a></p></div>
</body>
</html>
`;

export function refusedDocuments(): readonly SampleDocument[] {
  return [
    refused('未能读取/下载失败的网页.txt', utf8(ERROR_PAGE), 'an error page saved as a report'),
    refused('未能读取/空文件.txt', new Uint8Array(), 'nothing in it'),
    refused('未能读取/不是文本.txt', bytesOfNothing(), 'bytes that are no text'),
  ];
}

function refused(path: string, bytes: Uint8Array, reason: string): SampleDocument {
  return { path, bytes, bureau: null, scope: 'department', fiscalYear: null, printed: [], refused: reason };
}

/** Every byte value, NUL among them, in an order that spells nothing. */
function bytesOfNothing(): Uint8Array {
  return Uint8Array.from({ length: 4096 }, (_, at) => (at * 167 + (at >> 5) * 59) & 0xff);
}
