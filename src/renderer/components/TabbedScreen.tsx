import type { ReactNode } from 'react';
import { ListScreen, ListTabs } from './ListScreen.tsx';
import { PageHeader } from './PageHeader.tsx';

interface TabbedScreenProps {
  readonly title: string;
  readonly detail: string;
  /** The first is open unless the address names another. */
  readonly tabs: readonly {
    readonly value: string;
    readonly label: string;
    readonly Body: () => ReactNode;
  }[];
}

/** Several lists of one area; which is open is in the address. */
export const TabbedScreen = ({ title, detail, tabs }: TabbedScreenProps) => (
  <ListScreen>
    <PageHeader title={title} detail={detail} />
    <ListTabs tabs={tabs} />
  </ListScreen>
);
