/** Full name of the residents' or villagers' committee of a community, as its seal says it. */
export const committeeName = ({
  name,
  settlement,
}: {
  readonly name: string;
  readonly settlement: 'urban' | 'rural';
}): string => {
  if (/(委员会|居委会|村委会)$/.test(name)) return name;
  return `${name}${settlement === 'urban' ? '居民委员会' : '村民委员会'}`;
};
