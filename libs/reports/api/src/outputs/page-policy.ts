import { createHash } from 'node:crypto';

/**
 * What a browser may do with a report's page: show it, with its own style and pictures. No script, nothing from elsewhere, no frame
 * around it. (Content Security Policy, level 3; the style is allowed by its hash.)
 */
export function pagePolicy(html: string): string {
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1];
  const hash = style === undefined ? '' : ` 'sha256-${createHash('sha256').update(style).digest('base64')}'`;
  const styles = html.includes(' style="') ? " 'unsafe-inline'" : hash || " 'none'";
  return `default-src 'none'; style-src${styles}; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
}
