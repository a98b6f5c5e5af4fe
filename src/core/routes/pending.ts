/** Stands in for a handler that has not landed yet; this file goes when the last one has. */
export const pending = (): never => {
  throw new Error('pending');
};
