import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import 'mantine-datatable/styles.css';
import './app/base.css';
import { createRoot } from 'react-dom/client';
import { Application } from './app/Application.tsx';
import { connectToHost } from './app/host-connection.ts';
import { NoConnection } from './app/NoConnection.tsx';

const rootElement = document.querySelector('#root');
if (rootElement === null) throw new Error('the page has no root element');
const root = createRoot(rootElement);

try {
  root.render(<Application connection={await connectToHost(window)} />);
} catch {
  root.render(<NoConnection />);
}
