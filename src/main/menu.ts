import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';

export interface MenuActions {
  readonly openOtherArchive: () => void;
  readonly chooseScanFolder: () => void;
  readonly forgetScanFolder: () => void;
  readonly chooseBackupFolder: () => void;
}

/** The application's menu, in the clerk's words. No reload and no developer tools in the packaged product. */
export const setMenu = (window: BrowserWindow, actions: MenuActions, packaged: boolean): void => {
  const view: MenuItemConstructorOptions[] = [
    { role: 'zoomIn', label: '放大' },
    { role: 'zoomOut', label: '缩小' },
    { role: 'resetZoom', label: '原始大小' },
    { role: 'togglefullscreen', label: '全屏' },
  ];
  const template: MenuItemConstructorOptions[] = [
    {
      label: '文件',
      submenu: [
        { label: '打开其他档案…', click: actions.openOtherArchive },
        { type: 'separator' },
        { label: '扫描文件夹…', click: actions.chooseScanFolder },
        { label: '不再收取扫描文件夹', click: actions.forgetScanFolder },
        { type: 'separator' },
        { label: '备份文件夹…', click: actions.chooseBackupFolder },
        { type: 'separator' },
        { label: '退出', role: 'quit' },
      ],
    },
    {
      label: '编辑',
      submenu: [
        { role: 'undo', label: '撤销' },
        { role: 'redo', label: '重做' },
        { type: 'separator' },
        { role: 'cut', label: '剪切' },
        { role: 'copy', label: '复制' },
        { role: 'paste', label: '粘贴' },
        { role: 'selectAll', label: '全选' },
      ],
    },
    { label: '查看', submenu: packaged ? view : [...view, { role: 'toggleDevTools', label: '开发者工具' }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  window.setMenuBarVisibility(true);
};
