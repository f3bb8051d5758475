import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { CommandItem } from "../commands";
import { folderName, Icon } from "../ui";
import { useCatalogue } from "./catalogue";
import { useFiles } from "./files";

/** The open catalogue by name, and what can be done with catalogue files. */
export function CatalogueMenu() {
  const { open, name } = useCatalogue();
  if (!open) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className="catalogue-button"
          icon={<Icon name="down" size={16} />}
          iconPosition="after"
          aria-label={`Catalogue ${name}`}
        >
          <span className="ellipsis">{name}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <CommandItem id="catalogue.new" />
          <CommandItem id="catalogue.open" />
          <RecentCatalogues />
          <MenuDivider />
          <CommandItem id="import" />
          <CommandItem id="export.current" />
          <CommandItem id="export.tables" />
          <CommandItem id="export.template" />
          <MenuDivider />
          <CommandItem id="catalogue.backup" />
          <CommandItem id="catalogue.backups" />
          <CommandItem id="go.history" />
          <MenuDivider />
          <CommandItem id="catalogue.close" />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

const shownMost = 5;

function RecentCatalogues() {
  const { recent, path } = useCatalogue();
  const files = useFiles();
  const others = (recent ?? []).filter((r) => !r.missing && r.path !== path).slice(0, shownMost);
  if (others.length === 0) return null;
  return (
    <MenuGroup>
      <MenuDivider />
      <MenuGroupHeader>Recent</MenuGroupHeader>
      {others.map((r) => (
        <MenuItem
          key={r.path}
          icon={<Icon name="database" />}
          subText={folderName(r.path)}
          onClick={() => files.openPath(r.path)}
        >
          {r.name}
        </MenuItem>
      ))}
    </MenuGroup>
  );
}
