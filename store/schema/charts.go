package schema

// counted counts the records of each group.
var counted = Measure{Aggregate: Count}

// charts are the kit's two and ours.
var charts = []*Chart{
	{Key: "by-lifecycle-stage", Table: "itsystem", Label: "By Lifecycle Stage", Kind: Pie, By: grouped("lifecyclestage"), Measure: counted},
	{
		Key: "next-review-date-by-month", Table: "itsystem", Label: "Next Review Date by Month", Kind: Column,
		By: []GroupBy{{Field: "nextreviewdate", Interval: Month}}, Measure: counted,
	},
	{Key: "reviews-due", Table: "itsystem", Label: "Reviews Due", Kind: Bar, Bands: reviewBands, Measure: counted},
	{Key: "technology-support", Table: "itsystem", Label: "Technology Support", Kind: Bar, Bands: supportBands, Measure: counted},
	{Key: "missing-from-systems", Table: "itsystem", Label: "Missing Fields", Kind: Bar, Missing: true, Measure: counted},
	{Key: "accreditation-state", Table: "itsystem", Label: "Authority to Operate", Kind: Pie, Bands: accreditationBands, Measure: counted},

	{
		Key: "accreditations-by-month", Table: "itsystemaccreditation", Label: "Expiration by Month", Kind: Column,
		By: []GroupBy{{Field: "expirationdate", Interval: Month}}, Measure: counted,
	},
	{
		Key: "compliance-by-framework", Table: "itcomplianceassessment", Label: "Compliance Status by Framework", Kind: Stacked,
		By: grouped("compliancerequirement.complianceframework", "compliancestatus"), Measure: counted,
	},
	{
		Key: "compliance-by-system", Table: "itcomplianceassessment", Label: "Compliance Status by IT System", Kind: Stacked,
		By: grouped("itsystemaccreditation.itsystem", "compliancestatus"), Measure: counted,
	},
	{
		Key: "poam-ageing", Table: "itpoamitem", Label: "Ageing by Risk", Kind: Stacked,
		Bands: ageBands, By: grouped("riskcategory"), Measure: counted,
	},

	{Key: "access-requests-by-status", Table: "itsystemaccessrequest", Label: "By Status", Kind: Bar, By: grouped("actionstatus"), Measure: counted},
	{Key: "access-requests-by-type", Table: "itsystemaccessrequest", Label: "By Type", Kind: Bar, By: grouped("itsystemaccessrequesttype"), Measure: counted},
	{Key: "access-requests-by-code", Table: "itsystemaccessrequest", Label: "By Work Assignment Code", Kind: Bar, By: grouped("itworkassignmentcode"), Measure: counted},
	{
		Key: "access-requests-by-week", Table: "itsystemaccessrequest", Label: "By Week", Kind: Column,
		By: []GroupBy{{Field: "requestdate", Interval: Week}}, Measure: counted,
	},
	{Key: "service-requests-by-type", Table: "itservicerequest", Label: "By Type", Kind: Bar, By: grouped("itservicerequesttype"), Measure: counted},
	{Key: "service-requests-by-code", Table: "itservicerequest", Label: "By Work Assignment Code", Kind: Bar, By: grouped("itworkassignmentcode"), Measure: counted},
}

var reviewBands = []Band{
	{Label: "Overdue", Tone: "attention", Filter: whereAll(notRetired, onDay("nextreviewdate", Past))},
	{Label: "Due in 30 days", Tone: "warning", Filter: whereAll(notRetired, inDays("nextreviewdate", NextDays, "30"))},
	{Label: "Due in 31 to 90 days", Filter: whereAll(notRetired, inDays("nextreviewdate", LaterDays, "30"), inDays("nextreviewdate", NextDays, "90"))},
	{Label: "Later", Filter: whereAll(notRetired, inDays("nextreviewdate", LaterDays, "90"))},
	{Label: "No date", Tone: "muted", Filter: whereAll(notRetired, onDay("nextreviewdate", IsNull))},
	{Label: "Retired", Tone: "muted", Filter: whereAll(retired)},
}

// supportBands look at the primary technology and at all that is noted as used; what ends first counts.
var supportBands = []Band{
	{Label: "Past end of support", Tone: "attention", Filter: whereAny(onDay(primarySupport, Past), onDay(usedSupport, Past))},
	{Label: "Ends within 180 days", Tone: "warning", Else: true, Filter: whereAny(inDays(primarySupport, NextDays, "180"), inDays(usedSupport, NextDays, "180"))},
	{Label: "Ends within a year", Else: true, Filter: whereAny(inDays(primarySupport, NextDays, "365"), inDays(usedSupport, NextDays, "365"))},
	{Label: "Ends later", Else: true, Filter: whereAny(inDays(primarySupport, LaterDays, "365"), inDays(usedSupport, LaterDays, "365"))},
	{Label: "No technology noted", Tone: "muted", Filter: whereAll(onDay("primarytechnology", IsNull), onDay("itsystemtechnology:itsystem", IsNull))},
	{Label: "No date known", Tone: "muted", Else: true},
}

const (
	primarySupport = "primarytechnology.endofsupportdate"
	usedSupport    = "itsystemtechnology:itsystem.ittechnology.endofsupportdate"
	ato            = "atoauthoritytooperate"
	atoExpires     = ato + ".expirationdate"
	accredited     = "itsystemaccreditation:itsystem"
)

// accreditationBands go by the accreditation that a system names as its authority to operate; one without
// an expiration date is valid. Of accreditations that no system names nobody knows whether they authorize it.
var accreditationBands = []Band{
	{Label: "Valid", Tone: "good", Filter: whereAny(inDays(atoExpires, LaterDays, "90"), onDay(atoExpires, IsNull))},
	{Label: "Expires in 90 days", Tone: "warning", Filter: whereAll(inDays(atoExpires, NextDays, "90"))},
	{Label: "Expired", Tone: "attention", Filter: whereAll(onDay(atoExpires, Past))},
	{Label: "Accredited, none named", Filter: whereAll(onDay(ato, IsNull), onDay(accredited, IsNotNull))},
	{Label: "Missing", Tone: "muted", Filter: whereAll(onDay(ato, IsNull), onDay(accredited, IsNull))},
}

var ageBands = []Band{
	{Label: "Overdue by more than 90 days", Tone: "attention", Filter: whereAll(inDays("duedate", OlderDays, "90"))},
	{Label: "Overdue by 31 to 90 days", Tone: "attention", Filter: whereAll(inDays("duedate", LastDays, "90"), inDays("duedate", OlderDays, "30"))},
	{Label: "Overdue by up to 30 days", Tone: "attention", Filter: whereAll(inDays("duedate", LastDays, "30"), onDay("duedate", Past))},
	{Label: "Due in 30 days", Filter: whereAll(inDays("duedate", NextDays, "30"))},
	{Label: "Due in 31 to 90 days", Filter: whereAll(inDays("duedate", LaterDays, "30"), inDays("duedate", NextDays, "90"))},
	{Label: "Later", Filter: whereAll(inDays("duedate", LaterDays, "90"))},
	{Label: "No date", Tone: "muted", Filter: whereAll(onDay("duedate", IsNull))},
}

func grouped(fields ...string) []GroupBy {
	by := make([]GroupBy, len(fields))
	for i, f := range fields {
		by[i].Field = f
	}
	return by
}

func whereAll(conditions ...Condition) Filter { return Filter{Conditions: conditions} }

func whereAny(conditions ...Condition) Filter { return Filter{Any: true, Conditions: conditions} }

func onDay(field string, op Operator) Condition { return Condition{Field: field, Op: op} }

func inDays(field string, op Operator, n string) Condition {
	return Condition{Field: field, Op: op, Values: []string{n}}
}
