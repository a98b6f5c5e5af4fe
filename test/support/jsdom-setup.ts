import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

// A busy machine takes longer than the library's one second; waiting ends as soon as the thing is there.
configure({ asyncUtilTimeout: 10_000 });

// Mantine asks the browser for these; jsdom has none.
window.matchMedia = (query) =>
  ({
    // An empty query always matches; mantine-datatable asks it for every column.
    matches: query === '',
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
    dispatchEvent: () => false,
  }) as MediaQueryList;

Element.prototype.scrollIntoView = () => {};
Element.prototype.scrollTo = () => {};

window.ResizeObserver = class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

// Text areas that grow measure again when fonts arrive; jsdom loads none.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });
