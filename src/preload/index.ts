import { ipcRenderer } from 'electron/renderer';

// The one thing the page gets: a message port to the core. No function, no object, nothing of Electron.
ipcRenderer.on('hub-archive-port', (event) => {
  window.postMessage('hub-archive-port', window.location.origin, [...event.ports]);
});
