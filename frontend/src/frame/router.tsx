import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from "@tanstack/react-router";
import { ListPage } from "../features/records/ListPage";
import { Frame } from "./Frame";
import { NotFound, PageError } from "./PageError";
import {
  duplicatesSearch,
  historySearch,
  importSearch,
  listSearch,
  recordSearch,
  waitingSearch,
} from "./routes";

const root = createRootRoute({ component: Frame });
const parent = () => root;

const welcome = createRoute({
  getParentRoute: parent,
  path: "/",
  component: lazyRouteComponent(() => import("../features/welcome/WelcomePage"), "WelcomePage"),
});
const list = createRoute({
  getParentRoute: parent,
  path: "/a/$app/t/$table",
  validateSearch: listSearch,
  component: ListPage, // nearly every start leads to a list
});
const record = createRoute({
  getParentRoute: parent,
  path: "/a/$app/t/$table/$id",
  validateSearch: recordSearch,
  component: lazyRouteComponent(() => import("../features/records/RecordPage"), "RecordPage"),
});
const dashboard = createRoute({
  getParentRoute: parent,
  path: "/a/$app/d/$dashboard",
  component: lazyRouteComponent(
    () => import("../features/dashboard/DashboardPage"),
    "DashboardPage",
  ),
});
const duplicates = createRoute({
  getParentRoute: parent,
  path: "/a/$app/duplicates/$table",
  validateSearch: duplicatesSearch,
  component: lazyRouteComponent(
    () => import("../features/duplicates/DuplicatesPage"),
    "DuplicatesPage",
  ),
});
const waiting = createRoute({
  getParentRoute: parent,
  path: "/a/$app/waiting",
  validateSearch: waitingSearch,
  component: lazyRouteComponent(() => import("../features/source/WaitingPage"), "WaitingPage"),
});
const importing = createRoute({
  getParentRoute: parent,
  path: "/import",
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import("../features/import/ImportPage"), "ImportPage"),
});
const history = createRoute({
  getParentRoute: parent,
  path: "/history",
  validateSearch: historySearch,
  component: lazyRouteComponent(() => import("../features/history/HistoryPage"), "HistoryPage"),
});
const settings = createRoute({
  getParentRoute: parent,
  path: "/settings",
  component: lazyRouteComponent(() => import("../features/settings/SettingsPage"), "SettingsPage"),
});
const help = createRoute({
  getParentRoute: parent,
  path: "/help/$page",
  component: lazyRouteComponent(() => import("../features/help/HelpPage"), "HelpPage"),
});

const routeTree = root.addChildren([
  ...[welcome, dashboard, list, record, duplicates, waiting, importing, history, settings, help],
]);

/** Makes the router. The address stands behind the hash, as the window serves one page. */
export function createPages(history: RouterHistory) {
  return createRouter({
    routeTree,
    history,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: NotFound,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createPages>;
  }
}
