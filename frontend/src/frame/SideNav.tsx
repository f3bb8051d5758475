import {
  Button,
  Menu,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from "@fluentui/react-components";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { schema } from "../api";
import { useModel } from "../model";
import { count, Icon, type IconName } from "../ui";
import { useCatalogue } from "./catalogue";
import { useGo } from "./go";
import { useChosenArea, usePlace } from "./place";
import { useLayout } from "./preferences";
import { type NamedRecord, usePinnedRecords, useRecentRecords } from "./recent";
import { screens, screensOf } from "./screens";
import "./side-nav.css";

/** The left pane: home, recent records, the lists of the current area, and the other areas. */
export function SideNav() {
  const { app, area } = usePlace();
  const recent = useRecentRecords();
  const pinned = usePinnedRecords();
  const [collapsed] = useLayout("navigation-collapsed", false);
  return (
    <nav
      id="navigation"
      aria-label={app.app}
      className={collapsed ? "side-nav collapsed" : "side-nav"}
    >
      <div className="side-nav-scroll">
        <ul className="side-nav-group">
          <li>
            <Link to="/" className="entry" activeOptions={{ exact: true }}>
              <EntryContent icon="home" label="Home" />
            </Link>
          </li>
          <li>
            <RecordsMenu
              icon="recent"
              label="Recent"
              records={recent}
              none="Records that you open are listed here"
            />
          </li>
          <li>
            <RecordsMenu
              icon="pin"
              label="Pinned"
              records={pinned}
              none="Records that you pin are listed here"
            />
          </li>
        </ul>
        {area.groups.map((group) => (
          <Group key={group.label} app={app.key} group={group} />
        ))}
      </div>
      <div className="side-nav-foot">
        <AreaSwitcher />
        <CollapseButton />
      </div>
    </nav>
  );
}

function Group({ app, group }: { app: string; group: schema.Group }) {
  const id = `group-${group.label.replace(/\W+/g, "-")}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="side-nav-heading ellipsis">
        {group.label}
      </h2>
      <ul className="side-nav-group">
        {group.dashboards?.map((dashboard) => (
          <li key={dashboard}>
            <Link to="/a/$app/d/$dashboard" params={{ app, dashboard }} className="entry">
              <EntryContent icon="dashboard" label="Dashboard" />
            </Link>
          </li>
        ))}
        {screensOf(group.screens).map((key) => (
          <li key={key}>
            <Link
              to={screens[key].to}
              params={{ app }}
              className="entry"
              activeOptions={{ includeSearch: false }}
            >
              <EntryContent icon={screens[key].icon} label={screens[key].label} />
            </Link>
          </li>
        ))}
        {group.tables.map((table) => (
          <li key={table}>
            <TableEntry app={app} table={table} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TableEntry({ app, table }: { app: string; table: string }) {
  const { icon, plural } = useModel().table(table);
  const { counts } = useCatalogue();
  const records = counts?.[table] ?? 0;
  return (
    <Link
      to="/a/$app/t/$table"
      params={{ app, table }}
      className="entry"
      activeOptions={{ includeSearch: false }}
    >
      <EntryContent icon={icon} label={plural}>
        {records > 0 && <span className="entry-count tabular">{count(records)}</span>}
      </EntryContent>
    </Link>
  );
}

interface EntryProps {
  icon: IconName | (string & {});
  label: string;
  children?: ReactNode;
}

function EntryContent({ icon, label, children }: EntryProps) {
  const [collapsed] = useLayout("navigation-collapsed", false);
  const content = (
    <span className="entry-content">
      <Icon name={icon} />
      <span className="entry-label two-lines">{label}</span>
      {children}
    </span>
  );
  if (!collapsed) return content;
  return (
    <Tooltip content={label} relationship="inaccessible" positioning="after">
      {content}
    </Tooltip>
  );
}

interface RecordsProps {
  icon: IconName;
  label: string;
  records: NamedRecord[];
  /** What is said while there are none. */
  none: string;
}

/** Records at hand: those opened lately, or pinned. */
function RecordsMenu({ icon, label, records, none }: RecordsProps) {
  const model = useModel();
  const go = useGo();
  return (
    <Menu positioning="after-top">
      <MenuTrigger disableButtonEnhancement>
        <button type="button" className="entry">
          <EntryContent icon={icon} label={label}>
            <Icon name="right" size={16} className="entry-arrow" />
          </EntryContent>
        </button>
      </MenuTrigger>
      <MenuPopover className="recent-menu">
        <MenuList>
          {records.length === 0 && <MenuItem disabled>{none}</MenuItem>}
          {records
            .filter((r) => model.has(r.table))
            .map(({ table, id, name }) => (
              <MenuItem
                key={`${table} ${id}`}
                icon={<Icon name={model.table(table).icon} />}
                subText={model.table(table).label}
                onClick={() => go.record(table, id)}
              >
                {name}
              </MenuItem>
            ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function AreaSwitcher() {
  const { app, area } = usePlace();
  const [, choose] = useChosenArea(app.key);
  const go = useGo();
  const enter = (label: string) => {
    choose(label);
    const table = app.areas.find((a) => a.label === label)?.groups[0]?.tables[0];
    if (table) go.list(table);
  };
  return (
    <Menu
      positioning="above-start"
      checkedValues={{ area: [area.label] }}
      onCheckedValueChange={(_, { checkedItems }) => checkedItems[0] && enter(checkedItems[0])}
    >
      <MenuTrigger disableButtonEnhancement>
        <button type="button" className="entry" aria-label={`Area: ${area.label}. Change area`}>
          <EntryContent icon="area" label={area.label}>
            <Icon name="up" size={16} className="entry-arrow" />
          </EntryContent>
        </button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {app.areas.map(({ label }) => (
            <MenuItemRadio key={label} name="area" value={label}>
              {label}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function CollapseButton() {
  const [collapsed, setCollapsed] = useLayout("navigation-collapsed", false);
  const label = collapsed ? "Show the navigation" : "Narrow the navigation";
  return (
    <Tooltip content={label} relationship="label" positioning="after">
      <Button
        appearance="subtle"
        size="small"
        icon={<Icon name={collapsed ? "expand" : "collapse"} />}
        onClick={() => setCollapsed(!collapsed)}
      />
    </Tooltip>
  );
}
