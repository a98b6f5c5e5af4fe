import { styleNonce } from '../../../app/style-nonce.ts';
import classes from './Preview.module.css';

const sheet = `body{font-family:system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;line-height:1.7;margin:24px auto;max-width:760px;padding:0 24px;color:#222}
table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:4px 8px;vertical-align:top}img{max-width:100%}p{margin:.4em 0}`;

/** The text of a Word document in a frame of its own that runs no script, reads nothing and goes nowhere. */
export const WordFrame = ({ html, title }: { readonly html: string; readonly title: string }) => (
  <iframe
    className={classes['frame']}
    title={`预览：${title}`}
    sandbox=""
    srcDoc={`<!doctype html><meta charset="utf-8"><style nonce="${styleNonce()}">${sheet}</style>${html}`}
  />
);
