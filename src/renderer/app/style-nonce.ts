const nonceOfPage = (): string => {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce ?? '';
};

/* oxlint-disable no-underscore-dangle -- the name is the library's */
declare global {
  // react-remove-scroll (under Mantine's modals) looks for its nonce here and nowhere else.
  var __webpack_nonce__: string | undefined;
}

/** The nonce of this page's policy: style elements made at run time are refused without it. */
export const styleNonce = (): string => {
  globalThis.__webpack_nonce__ ??= nonceOfPage();
  return globalThis.__webpack_nonce__;
};
