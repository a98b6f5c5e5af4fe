import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, CustomScheme } from 'electron';

type Handler = (...values: never[]) => unknown;

/** Everything that the main process asked of Electron, in order. */
export const record = {
  schemes: [] as CustomScheme[],
  windows: [] as BrowserWindowConstructorOptions[],
  loaded: [] as string[],
  forked: [] as { entry: string; messages: unknown[]; child: EventEmitter }[],
  ports: [] as { channel: string; ports: number }[],
  handledSchemes: new Map<string, (request: Request) => Promise<Response>>(),
  sandboxEnabled: false,
  menuLabels: [] as string[],
  sessionHandlers: new Map<string, Handler>(),
  requestFilter: null as
    | ((details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void)
    | null,
};

/** What was sent to printers, and how that ends. */
export const printing = {
  asked: [] as { url: string; options: unknown }[],
  failure: null as string | null,
  destroyed: 0,
};

class StandInContents extends EventEmitter {
  url = '';
  get mainFrame(): { framesInSubtree: { url: string }[] } {
    return {
      framesInSubtree: [{ url: 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html' }],
    };
  }
  getURL(): string {
    return this.url;
  }
  getPrintersAsync(): Promise<unknown[]> {
    return Promise.resolve([
      { name: 'HP_LaserJet_1020', displayName: '惠普一号', options: { 'is-default': 'true' } },
      { name: 'PDF', displayName: '', options: {} },
    ]);
  }
  print(options: unknown, done: (success: boolean, reason: string) => void): void {
    printing.asked.push({ url: this.url, options });
    done(printing.failure === null, printing.failure ?? '');
  }
  windowOpenHandler: (() => { action: string }) | null = null;
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.windowOpenHandler = handler;
  }
  postMessage(channel: string, _message: unknown, ports: readonly unknown[]): void {
    record.ports.push({ channel, ports: ports.length });
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new StandInContents();
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    record.windows.push(options);
    app.emit('web-contents-created', {}, this.webContents);
    windows.push(this);
  }
  loadURL(url: string): Promise<void> {
    record.loaded.push(url);
    this.webContents.url = url;
    return Promise.resolve();
  }
  show(): void {}
  destroy(): void {
    printing.destroyed += 1;
  }
  focus(): void {}
  isMinimized(): boolean {
    return false;
  }
  setMenuBarVisibility(): void {}
}
export const windows: BrowserWindow[] = [];

class App extends EventEmitter {
  readonly isPackaged = true;
  enableSandbox(): void {
    record.sandboxEnabled = true;
  }
  requestSingleInstanceLock(): boolean {
    return true;
  }
  whenReady(): Promise<void> {
    return Promise.resolve();
  }
  getPath(): string {
    return process.env['HUB_ARCHIVE_TEST_USER_DATA'] ?? '';
  }
  getVersion(): string {
    return '0.0.0';
  }
  quit(): void {
    this.emit('quit-called');
  }
  relaunch(): void {}
}
export const app = new App();

export const protocol = {
  registerSchemesAsPrivileged: (schemes: CustomScheme[]): void => void record.schemes.push(...schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>): void =>
    void record.handledSchemes.set(scheme, handler),
  unhandle: (scheme: string): void => void record.handledSchemes.delete(scheme),
};

const sessionSetter =
  (name: string) =>
  (handler: Handler): void =>
    void record.sessionHandlers.set(name, handler);

export const session = {
  defaultSession: {
    setPermissionRequestHandler: sessionSetter('permissionRequest'),
    setPermissionCheckHandler: sessionSetter('permissionCheck'),
    setDevicePermissionHandler: sessionSetter('devicePermission'),
    setDisplayMediaRequestHandler: sessionSetter('displayMedia'),
    setCertificateVerifyProc: sessionSetter('certificateVerify'),
    setSpellCheckerEnabled: (): void => {},
    webRequest: {
      onBeforeRequest: (filter: NonNullable<typeof record.requestFilter>): void => {
        record.requestFilter = filter;
      },
    },
    protocol,
  },
  fromPartition: (): unknown => session.defaultSession,
};

export const utilityProcess = {
  fork: (entry: string): EventEmitter => {
    const child = new EventEmitter();
    const forked = { entry, messages: [] as unknown[], child };
    record.forked.push(forked);
    return Object.assign(child, {
      postMessage: (message: unknown) => void forked.messages.push(message),
      kill: () => true,
    });
  },
};

export class MessageChannelMain {
  readonly port1 = {};
  readonly port2 = {};
}

interface MenuTemplate {
  readonly label?: string;
  readonly role?: string;
  readonly submenu?: readonly MenuTemplate[];
}

export const Menu = {
  setApplicationMenu: (): void => {},
  buildFromTemplate: (template: readonly MenuTemplate[]): unknown => {
    const labels = (items: readonly MenuTemplate[]): string[] =>
      items.flatMap((item) => [item.role ?? item.label ?? '', ...labels(item.submenu ?? [])]);
    record.menuLabels.push(...labels(template));
    return {};
  },
};

export const dialog = { showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }) };
