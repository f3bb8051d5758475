// The pictures of the program by name: those that the model names for tables, and those of commands.
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { AppsListRegular } from "@fluentui/react-icons/svg/apps-list";
import { ArchiveRegular } from "@fluentui/react-icons/svg/archive";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { ArrowCollapseAllRegular } from "@fluentui/react-icons/svg/arrow-collapse-all";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { ArrowExpandAllRegular } from "@fluentui/react-icons/svg/arrow-expand-all";
import { ArrowExportLtrRegular } from "@fluentui/react-icons/svg/arrow-export-ltr";
import { ArrowImportRegular } from "@fluentui/react-icons/svg/arrow-import";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { ArrowMaximizeRegular } from "@fluentui/react-icons/svg/arrow-maximize";
import { ArrowRedoRegular } from "@fluentui/react-icons/svg/arrow-redo";
import { ArrowSwapRegular } from "@fluentui/react-icons/svg/arrow-swap";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { BoardRegular } from "@fluentui/react-icons/svg/board";
import { BookRegular } from "@fluentui/react-icons/svg/book";
import { BoxRegular } from "@fluentui/react-icons/svg/box";
import { BuildingRegular } from "@fluentui/react-icons/svg/building";
import { BuildingBankRegular } from "@fluentui/react-icons/svg/building-bank";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { CheckmarkSquareRegular } from "@fluentui/react-icons/svg/checkmark-square";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { ChevronUpDownRegular } from "@fluentui/react-icons/svg/chevron-up-down";
import { ClipboardPasteRegular } from "@fluentui/react-icons/svg/clipboard-paste";
import { ClipboardTaskRegular } from "@fluentui/react-icons/svg/clipboard-task";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { CodeRegular } from "@fluentui/react-icons/svg/code";
import { ColumnTripleRegular } from "@fluentui/react-icons/svg/column-triple";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { DarkThemeRegular } from "@fluentui/react-icons/svg/dark-theme";
import { DataBarVerticalRegular } from "@fluentui/react-icons/svg/data-bar-vertical";
import { DataPieRegular } from "@fluentui/react-icons/svg/data-pie";
import { DatabaseRegular } from "@fluentui/react-icons/svg/database";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { DocumentAddRegular } from "@fluentui/react-icons/svg/document-add";
import { DocumentBulletListRegular } from "@fluentui/react-icons/svg/document-bullet-list";
import { DocumentTableRegular } from "@fluentui/react-icons/svg/document-table";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { FilterRegular } from "@fluentui/react-icons/svg/filter";
import { FolderOpenRegular } from "@fluentui/react-icons/svg/folder-open";
import { GavelRegular } from "@fluentui/react-icons/svg/gavel";
import { GlobeRegular } from "@fluentui/react-icons/svg/globe";
import { GridRegular } from "@fluentui/react-icons/svg/grid";
import { GridDotsRegular } from "@fluentui/react-icons/svg/grid-dots";
import { HistoryRegular } from "@fluentui/react-icons/svg/history";
import { HomeRegular } from "@fluentui/react-icons/svg/home";
import { ImageRegular } from "@fluentui/react-icons/svg/image";
import { KeyRegular } from "@fluentui/react-icons/svg/key";
import { KeyboardRegular } from "@fluentui/react-icons/svg/keyboard";
import { LibraryRegular } from "@fluentui/react-icons/svg/library";
import { LinkMultipleRegular } from "@fluentui/react-icons/svg/link-multiple";
import { ListBarRegular } from "@fluentui/react-icons/svg/list-bar";
import { LocationRegular } from "@fluentui/react-icons/svg/location";
import { MailRegular } from "@fluentui/react-icons/svg/mail";
import { MapRegular } from "@fluentui/react-icons/svg/map";
import { NumberSymbolRegular } from "@fluentui/react-icons/svg/number-symbol";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { OrganizationRegular } from "@fluentui/react-icons/svg/organization";
import { PanelLeftContractRegular } from "@fluentui/react-icons/svg/panel-left-contract";
import { PanelLeftExpandRegular } from "@fluentui/react-icons/svg/panel-left-expand";
import { PauseCircleRegular } from "@fluentui/react-icons/svg/pause-circle";
import { PeopleTeamRegular } from "@fluentui/react-icons/svg/people-team";
import { PersonRegular } from "@fluentui/react-icons/svg/person";
import { PersonAvailableRegular } from "@fluentui/react-icons/svg/person-available";
import { PersonKeyRegular } from "@fluentui/react-icons/svg/person-key";
import { PinFilled, PinRegular } from "@fluentui/react-icons/svg/pin";
import { PlayCircleRegular } from "@fluentui/react-icons/svg/play-circle";
import { PuzzlePieceRegular } from "@fluentui/react-icons/svg/puzzle-piece";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { RibbonRegular } from "@fluentui/react-icons/svg/ribbon";
import { SaveRegular } from "@fluentui/react-icons/svg/save";
import { SaveArrowRightRegular } from "@fluentui/react-icons/svg/save-arrow-right";
import { SaveCopyRegular } from "@fluentui/react-icons/svg/save-copy";
import { SaveEditRegular } from "@fluentui/react-icons/svg/save-edit";
import { ScalesRegular } from "@fluentui/react-icons/svg/scales";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { ServerRegular } from "@fluentui/react-icons/svg/server";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import { ShieldRegular } from "@fluentui/react-icons/svg/shield";
import { ShieldCheckmarkRegular } from "@fluentui/react-icons/svg/shield-checkmark";
import { StarFilled, StarRegular } from "@fluentui/react-icons/svg/star";
import { TableSimpleRegular } from "@fluentui/react-icons/svg/table-simple";
import { TagRegular } from "@fluentui/react-icons/svg/tag";
import { TaskListSquareLtrRegular } from "@fluentui/react-icons/svg/task-list-square-ltr";
import { TextDensityRegular } from "@fluentui/react-icons/svg/text-density";
import { TicketDiagonalRegular } from "@fluentui/react-icons/svg/ticket-diagonal";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";

export const icons = {
  access: PersonKeyRegular,
  activate: PlayCircleRegular,
  add: AddRegular,
  analysis: DataPieRegular,
  apps: AppsListRegular,
  archive: ArchiveRegular,
  area: ListBarRegular,
  assessment: ClipboardTaskRegular,
  assigned: PersonAvailableRegular,
  back: ArrowLeftRegular,
  backup: SaveCopyRegular,
  category: LibraryRegular,
  certificate: RibbonRegular,
  chart: DataBarVerticalRegular,
  check: CheckmarkRegular,
  code: NumberSymbolRegular,
  collapseAll: ArrowCollapseAllRegular,
  collapse: PanelLeftContractRegular,
  columns: ColumnTripleRegular,
  component: PuzzlePieceRegular,
  copy: CopyRegular,
  paste: ClipboardPasteRegular,
  dashboard: BoardRegular,
  database: DatabaseRegular,
  datacenter: BuildingRegular,
  deactivate: PauseCircleRegular,
  delete: DeleteRegular,
  density: TextDensityRegular,
  detail: DocumentBulletListRegular,
  dismiss: DismissRegular,
  down: ChevronDownRegular,
  download: ArrowDownloadRegular,
  edit: EditRegular,
  expandAll: ArrowExpandAllRegular,
  expand: PanelLeftExpandRegular,
  export: ArrowExportLtrRegular,
  filter: FilterRegular,
  framework: BookRegular,
  globe: GlobeRegular,
  grid: GridRegular,
  help: QuestionCircleRegular,
  history: HistoryRegular,
  home: HomeRegular,
  identifier: TagRegular,
  import: ArrowImportRegular,
  key: KeyRegular,
  keyboard: KeyboardRegular,
  law: GavelRegular,
  ledger: BookRegular,
  link: LinkMultipleRegular,
  location: LocationRegular,
  mail: MailRegular,
  map: MapRegular,
  maximize: ArrowMaximizeRegular,
  newFile: DocumentAddRegular,
  next: ChevronRightRegular,
  open: OpenRegular,
  openFile: FolderOpenRegular,
  organization: BuildingBankRegular,
  person: PersonRegular,
  picture: ImageRegular,
  policy: ScalesRegular,
  product: BoxRegular,
  pin: PinRegular,
  pinned: PinFilled,
  previous: ChevronLeftRegular,
  provision: ArrowSwapRegular,
  rank: OrganizationRegular,
  recent: ClockRegular,
  redo: ArrowRedoRegular,
  refresh: ArrowClockwiseRegular,
  request: TicketDiagonalRegular,
  requirement: CheckmarkSquareRegular,
  right: ChevronRightRegular,
  risk: WarningRegular,
  save: SaveRegular,
  saveAs: SaveCopyRegular,
  saveClose: SaveArrowRightRegular,
  saveNew: SaveEditRegular,
  search: SearchRegular,
  settings: SettingsRegular,
  shield: ShieldRegular,
  shieldCheck: ShieldCheckmarkRegular,
  spreadsheet: DocumentTableRegular,
  sync: ArrowSyncRegular,
  system: ServerRegular,
  star: StarRegular,
  starFilled: StarFilled,
  table: TableSimpleRegular,
  tag: TagRegular,
  task: TaskListSquareLtrRegular,
  technology: CodeRegular,
  theme: DarkThemeRegular,
  undo: ArrowUndoRegular,
  unit: PeopleTeamRegular,
  up: ChevronUpDownRegular,
  waffle: GridDotsRegular,
  warning: WarningRegular,
} as const;

export type IconName = keyof typeof icons;
