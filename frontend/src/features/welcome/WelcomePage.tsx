import { useCatalogue } from "../../frame";
import { Overview } from "./Overview";
import { Welcome } from "./Welcome";
import "./overview.css";
import "./welcome.css";

/** Where the program starts: the open catalogue at a glance, or the ways to open one. */
export function WelcomePage() {
  return useCatalogue().open ? <Overview /> : <Welcome />;
}
