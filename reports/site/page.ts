/** `index.html`: the program, its style and the index in one file that may load nothing but the data files beside it. */
import { createHash } from 'node:crypto';
import type { BrowserFiles } from './browser-files.ts';
import type { SiteIndex } from './data.ts';
import { inertJson } from './packed.ts';

export function renderPage(index: SiteIndex, { script, style }: BrowserFiles): string {
  const zh = index.language === 'zh';
  const title = zh ? '对标 · 部门预决算对比' : 'Duibiao · benchmarks of budgets and final accounts';
  const noScript = zh
    ? '这份网页需要启用 JavaScript；同样的数据见 benchmark.xlsx。'
    : 'This page needs JavaScript; benchmark.xlsx holds the same data.';
  return `<!doctype html>
<html lang="${zh ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light">
<title>${title}</title>
<style>${style.replaceAll('</', '<\\/')}</style>
</head>
<body>
<noscript>${noScript}</noscript>
<script type="application/json" id="index">${inertJson(index)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/**
 * Nothing from the network. Data files are scripts from the same folder: `file:` where the page lies on disk, 'self'
 * where a server hands it out. Charts set inline styles.
 */
function policy(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    `default-src 'none'`,
    `script-src 'sha256-${hash}' 'self' file:`,
    `style-src 'unsafe-inline'`,
    'img-src data:',
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}
