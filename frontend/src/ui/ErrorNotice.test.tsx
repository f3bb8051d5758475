import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ApiError, asApiError } from "../api";
import { ErrorNotice, errorDetails } from "./ErrorNotice";

const fault = {
  code: "in-use",
  message: "city.cadastre is open in another window. Close it there first.",
  field: "",
  fields: {},
  details: "store: timeout",
};

test("a fault of Go is shown as its sentence, with everything else to copy", async () => {
  const user = userEvent.setup();
  render(<ErrorNotice error={new ApiError(fault)} />);
  expect(screen.getByText(fault.message)).toBeVisible();

  await user.click(screen.getByRole("button", { name: "Copy details" }));
  expect(await screen.findByRole("button", { name: "Copied" })).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe(`in-use: ${fault.message}\nstore: timeout`);
});

test("the details name each field at fault", () => {
  const error = new ApiError({ ...fault, fields: { name: "A name is needed." }, details: "" });
  expect(errorDetails(error)).toContain("name: A name is needed.");
});

test("a rejection is read as the fault that it carries; anything else keeps its words", () => {
  expect(asApiError(JSON.stringify(fault)).code).toBe("in-use");
  expect(asApiError(new Error("boom"))).toMatchObject({ code: "internal", message: "boom" });
  expect(asApiError("{broken").message).toBe("{broken");
});
