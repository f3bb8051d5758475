package dataverse

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cadastre/app/exchange/workbook"
	"cadastre/store/fault"
)

const testSchema = `<entities>
  <entityImportOrder><entityName>thing</entityName></entityImportOrder>
  <entity name="thing" displayname="Thing" primaryidfield="thingid" primarynamefield="name">
    <fields>
      <field name="name" displayname="Name" type="string" />
      <field name="stage" displayname="Stage" type="optionsetvalue" />
      <field name="tags" displayname="Tags" type="optionsetvaluecollection" />
      <field name="on" displayname="On" type="bool" />
      <field name="cost" displayname="Cost" type="money" />
      <field name="day" displayname="Day" type="datetime" />
      <field name="parent" displayname="Parent" type="entityreference" lookupType="thing" />
      <field name="to" displayname="To" type="partylist" />
    </fields>
    <filter>&lt;fetch/&gt;</filter>
  </entity>
  <entity name="empty" displayname="Empty" primaryidfield="emptyid" primarynamefield="name"><fields /></entity>
</entities>`

func withRecords(records string) string {
	return "\r\n<entities timestamp=\"2025-08-08T15:33:43Z\"><entity name=\"thing\" displayname=\"Thing\"><records>" + records + "</records><m2mrelationships /></entity></entities>"
}

func openedThings(t *testing.T, records string) *Book {
	t.Helper()
	return opened(t, packed(t, "data.xml", withRecords(records), "data_schema.xml", testSchema))
}

func TestEveryTypeOfValue(t *testing.T) {
	tests := map[string]workbook.Cell{
		`name="name" value="a &amp;amp; b &amp;lt;p&amp;gt; &amp;#244;"`:                                 {Value: "a & b <p> ô"},
		`name="name" value="?a=1&amp;copy=2 &amp;nosuch; &amp;#xD7FF;&amp;#x1F600;&amp;#99999999;&amp;"`: {Value: "?a=1&copy=2 &nosuch; \uD7FF😀&#99999999;&"},
		`name="name" value="line&#xA;next &amp;#128;&amp;semi;&amp;#59;"`:                                {Value: "line\nnext \u0080;;"},
		`name="stage" value="166840003"`:                                                                 {Kind: workbook.Number, Value: "166840003"},
		`name="stage" value="-1"`:                                                                        {Kind: workbook.Number, Value: "-1"},
		`name="stage" value="Production"`:                                                                {Value: "Production"},
		`name="tags" value="[-1,1,22,-3,-1]"`:                                                            {Value: "1;22;-3"},
		`name="stage" value="&amp;#49;"`:                                                                 {Value: "&#49;"},
		`name="tags" value="1,2"`:                                                                        {Value: "1,2"},
		`name="on" value="True"`:                                                                         {Kind: workbook.Bool, Value: "TRUE"},
		`name="on" value="0"`:                                                                            {Kind: workbook.Bool, Value: "FALSE"},
		`name="on" value="maybe"`:                                                                        {Value: "maybe"},
		`name="cost" value="0012.5000"`:                                                                  {Kind: workbook.Number, Value: "12.5"},
		`name="cost" value="-0.00"`:                                                                      {Kind: workbook.Number, Value: "0"},
		`name="cost" value="1.5E+3"`:                                                                     {Kind: workbook.Number, Value: "1500"},
		`name="cost" value="12,5"`:                                                                       {Value: "12,5"},
		`name="cost" value="123456789012345678901234567890.1"`:                                           {Kind: workbook.Number, Value: "123456789012345678901234567890.1"},
		`name="day" value="2025-02-19T00:00:00.0000000"`:                                                 {Kind: workbook.Date, Value: "2025-02-19"},
		`name="day" value="2025-02-19"`:                                                                  {Kind: workbook.Date, Value: "2025-02-19"},
		`name="day" value="2025-02-19T00:00:00.0000000Z"`:                                                {Kind: workbook.Date, Value: "2025-02-19T00:00:00"},
		`name="day" value="2025-02-19T23:30:00.0000000-05:00"`:                                           {Kind: workbook.Date, Value: "2025-02-20T04:30:00"},
		`name="day" value="2025-06-05T08:00:00.0000000"`:                                                 {Kind: workbook.Date, Value: "2025-06-05T08:00:00"},
		`name="day" value="2025-02-30"`:                                                                  {Value: "2025-02-30"},
		`name="parent" value="p-1" lookupentity="other" lookupentityname="A &amp;amp; B"`:                {Value: "A & B", Ref: "p-1", RefTable: "other"},
		`name="parent" value="p-1" lookupentityname="Alone"`:                                             {Value: "Alone", Ref: "p-1", RefTable: "thing"},
		`name="parent" value="p-1" lookupentity="thing"`:                                                 {Ref: "p-1", RefTable: "thing"},
	}
	for attributes, want := range tests {
		book := openedThings(t, `<record id="id-1"><field `+attributes+` /></record>`)
		got := values(book, 0, rowsOf(t, book, 0)[1])
		name, _, _ := strings.Cut(strings.TrimPrefix(attributes, `name="`), `"`)
		if diff := cmp.Diff(map[string]workbook.Cell{"thingid": {Value: "id-1"}, name: want}, got); diff != "" {
			t.Errorf("%s: %s", attributes, diff)
		}
	}
}

func TestNoChoicesAreNoCell(t *testing.T) {
	book := openedThings(t, `<record id="id-1"><field name="tags" value="[-1,-1]" /></record>`)
	if cells := rowsOf(t, book, 0)[1].Cells; len(cells) != 1 {
		t.Errorf("%+v", cells)
	}
}

func TestNothingIsLeftOutSilently(t *testing.T) {
	data := `<entities>
	<entity name="thing" displayname="Thing"><records>
		<record id="1"><field name="name" value="" /><field name="to"><parties><party /></parties></field><field name="extra" value="x" /></record>
		<record id="2"><field name="extra" value="y" /></record></records>
		<m2mrelationships>
			<m2mrelationship m2mrelationshipname="thing_role" sourceid="1" targetentityname="role"><targetids><targetid>a</targetid><targetid>b</targetid></targetids></m2mrelationship>
			<m2mrelationship m2mrelationshipname="thing_role" sourceid="2"><targetids><targetid>a</targetid></targetids></m2mrelationship>
		</m2mrelationships><surprise><record /></surprise></entity>
	<entity name="stray" displayname="Stray"><records><record id="9"><field name="name" value="Z" /></record></records></entity>
	<entity name="thing" displayname="Thing"><records><record id="3" /></records></entity>
	</entities>`
	book := opened(t, packed(t, "data.xml", data, "DATA_SCHEMA.XML", testSchema, "files/1.bin", "x"))
	want := []string{
		"Values of “Thing” in the field “to” that hold lists of their own are not read: 1.",
		"Values of “Thing” in the field “extra”, which the package does not describe, are read as text: 2.",
		"Many-to-many links of “Thing” (thing_role) are not read: 3.",
		"Parts of “Thing” named “surprise” are not known and not read: 1.",
		"Records of “Stray” (stray), which the package does not describe, are read as text: 1.",
		"Files attached to records are not read: 1.",
	}
	if diff := cmp.Diff(want, book.Notes()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]workbook.Sheet{{Name: "thing", Rows: 3}, {Name: "empty"}, {Name: "stray", Rows: 1}}, book.Sheets()); diff != "" {
		t.Error(diff)
	}
	things := rowsOf(t, book, 0)
	if len(things) != 4 || things[3].Number != 4 || values(book, 0, things[3])["thingid"].Value != "3" || values(book, 0, things[1])["extra"].Value != "x" {
		t.Errorf("%+v", things)
	}
	if empty := rowsOf(t, book, 1); len(empty) != 1 || empty[0].Cells[0].Value != "emptyid" {
		t.Errorf("%+v", empty)
	}
	if stray := values(book, 2, rowsOf(t, book, 2)[1]); stray["strayid"].Value != "9" || stray["name"].Value != "Z" {
		t.Errorf("%+v", stray)
	}
}

func TestDamagedAndForeignFilesAreRefused(t *testing.T) {
	good := withRecords(`<record id="1"><field name="name" value="A" /></record>`)
	tests := map[string]struct {
		data, schema string
		want         fault.Code
	}{
		"cut in a record":    {good[:len(good)-60], testSchema, fault.Damaged},
		"cut after records":  {strings.TrimSuffix(good, "</entities>"), testSchema, fault.Damaged},
		"crossed tags":       {strings.Replace(good, "</records>", "</record>", 1), testSchema, fault.Damaged},
		"empty":              {"", testSchema, fault.Damaged},
		"another document":   {"<importexportxml/>", testSchema, fault.Damaged},
		"stray element":      {"<entities><table/></entities>", testSchema, fault.Damaged},
		"two documents":      {good + good, testSchema, fault.Damaged},
		"text at the end":    {good + "rest", testSchema, fault.Damaged},
		"field twice":        {withRecords(`<record id="1"><field name="a" value="1"/><field name="a" value="2"/></record>`), testSchema, fault.Damaged},
		"document type":      {`<!DOCTYPE entities [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>` + good, testSchema, fault.Damaged},
		"unknown entity":     {strings.Replace(good, `"A"`, `"&b;"`, 1), testSchema, fault.Damaged},
		"no UTF-8":           {strings.Replace(good, `"A"`, "\"\xe9\"", 1), testSchema, fault.Damaged},
		"schema cut":         {good, testSchema[:300], fault.Damaged},
		"schema with a type": {good, "<!DOCTYPE entities>" + testSchema, fault.Damaged},
		"schema twice":       {good, strings.Replace(testSchema, `"empty"`, `"thing"`, 1), fault.Damaged},
		"nameless entity":    {good, strings.Replace(testSchema, `name="empty"`, ``, 1), fault.Damaged},
		"nameless field":     {good, strings.Replace(testSchema, `name="stage"`, ``, 1), fault.Damaged},
		"bomb":               {strings.Replace(good, `"A"`, `"`+strings.Repeat("A", suspiciousSize)+`"`, 1), testSchema, fault.TooLarge},
	}
	for name, test := range tests {
		_, err := Open(context.Background(), packed(t, "data.xml", test.data, "data_schema.xml", test.schema))
		if fault.CodeOf(err) != test.want || !strings.Contains(err.Error(), "data.zip") {
			t.Errorf("%s: %v, want %s", name, err, test.want)
		}
	}
	for name, path := range map[string]string{
		"a workbook":  packed(t, "xl/workbook.xml", "<workbook/>"),
		"no schema":   packed(t, "data.xml", good),
		"text":        writtenFile(t, []byte("name,stage\r\n")),
		"half a zip":  writtenFile(t, half(t, packed(t, "data.xml", good, "data_schema.xml", testSchema))),
		"a bit amiss": writtenFile(t, flipped(t, packed(t, "data.xml", good, "data_schema.xml", testSchema))),
	} {
		_, err := Open(context.Background(), path)
		if code := fault.CodeOf(err); code != fault.Unsupported && code != fault.Damaged {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Open(context.Background(), filepath.Join(t.TempDir(), "none.zip")); fault.CodeOf(err) != fault.NotFound {
		t.Error(err)
	}
}

func writtenFile(t *testing.T, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "data.zip")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func half(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content[:len(content)/2]
}

// flipped returns a file with one bit of its first part's content changed.
func flipped(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	content[80] ^= 4
	return content
}

func TestOpenAndReadStopWhenToldTo(t *testing.T) {
	path := packed(t, "data.xml", withRecords(strings.Repeat(`<record id="1"><field name="name" value="A" /></record>`, 5000)), "data_schema.xml", testSchema)
	ctx, cancel := context.WithCancel(context.Background())
	book := opened(t, path)
	err := book.Read(ctx, 0, func(row workbook.Row) error {
		if row.Number == 10 {
			cancel()
		}
		if row.Number == 5001 {
			t.Error("read on")
		}
		return nil
	})
	if fault.CodeOf(err) != fault.Cancelled {
		t.Error(err)
	}
	if _, err := Open(ctx, path); fault.CodeOf(err) != fault.Cancelled {
		t.Error(err)
	}
}
