/**
 * The one content security policy of the product, sent by every host with every page. Nothing is loaded from
 * anywhere but the application itself; no inline script and no eval.
 *
 * - `style-src-attr 'unsafe-inline'`: Mantine sets CSS variables in style attributes; style elements need the nonce.
 * - `img-src data: blob:`: seal pictures, QR codes and previews of scans.
 * - `frame-src 'self' blob:`: the print preview, a sandboxed frame without scripts.
 *
 * @param nonce fresh for every page; the page finds it in `<meta property="csp-nonce" nonce="…">`
 */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');

/** Headers that go with every answer of a host. */
export const securityHeaders = (nonce: string): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(nonce),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
  'cache-control': 'no-store',
});

const noncePlaceholder = '__CSP_NONCE__';

/** Puts the nonce into the page that the renderer's build made. */
export const pageWithNonce = (html: string, nonce: string): string =>
  html.replaceAll(noncePlaceholder, nonce);
