#include "paint/pdf_metadata.h"

#include <string.h>

/* The names that only we use, and those of PDF/UA, which PDF/A does not know: both must
 * be described in the file (ISO 19005-2 6.6.2.3). */
#define TRACE_NAMESPACE "urn:x-jixiao:trace"
#define UA_NAMESPACE "http://www.aiim.org/pdfua/ns/id/"

struct property {
	const char *name;
	const char *type;
	const char *description;
};

struct schema {
	const char *name;
	const char *namespace;
	const char *prefix;
	const struct property *properties;
	size_t count;
};

static const struct property trace_properties[] = {
	{"Reference", "Text", "reference number of the document"},
	{"Layout", "Text", "layout and its version"},
	{"Inputs", "Text", "sum over plan, layout and faces"},
};

static const struct property ua_properties[] = {
	{"part", "Integer", "part of ISO 14289 that the file conforms to"},
};

static const struct schema trace_schema = {"jixiao trace", TRACE_NAMESPACE, "jixiao",
	trace_properties, G_N_ELEMENTS(trace_properties)};
static const struct schema ua_schema = {"PDF/UA identification", UA_NAMESPACE, "pdfuaid",
	ua_properties, G_N_ELEMENTS(ua_properties)};

static const char packet_head[] =
	"<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
	"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
	"<rdf:Description rdf:about=\"\""
	" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
	" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
	" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
	" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
	" xmlns:pdfuaid=\"" UA_NAMESPACE "\""
	" xmlns:jixiao=\"" TRACE_NAMESPACE "\""
	" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
	" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
	" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";

static const char packet_foot[] = "</rdf:Description>\n"
				  "</rdf:RDF>\n"
				  "</x:xmpmeta>\n"
				  "<?xpacket end=\"r\"?>";

/* An element with a text in it, and what stands around the text. */
static void append_element(
	GString *xml, const char *name, const char *value, const char *container)
{
	if (!value) {
		return;
	}
	char *escaped = g_markup_escape_text(value, -1);
	if (container) {
		bool by_language = strcmp(container, "Alt") == 0;
		g_string_append_printf(xml,
			"<%s><rdf:%s><rdf:li%s>%s</rdf:li></rdf:%s></%s>\n", name,
			container, by_language ? " xml:lang=\"x-default\"" : "", escaped,
			container, name);
	} else {
		g_string_append_printf(xml, "<%s>%s</%s>\n", name, escaped, name);
	}
	g_free(escaped);
}

static void append_schema(GString *xml, const struct schema *schema)
{
	g_string_append_printf(xml,
		"<rdf:li rdf:parseType=\"Resource\">"
		"<pdfaSchema:schema>%s</pdfaSchema:schema>"
		"<pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI>"
		"<pdfaSchema:prefix>%s</pdfaSchema:prefix>"
		"<pdfaSchema:property><rdf:Seq>\n",
		schema->name, schema->namespace, schema->prefix);
	for (size_t i = 0; i < schema->count; i++) {
		const struct property *property = &schema->properties[i];
		g_string_append_printf(xml,
			"<rdf:li rdf:parseType=\"Resource\">"
			"<pdfaProperty:name>%s</pdfaProperty:name>"
			"<pdfaProperty:valueType>%s</pdfaProperty:valueType>"
			"<pdfaProperty:category>external</pdfaProperty:category>"
			"<pdfaProperty:description>%s</pdfaProperty:description>"
			"</rdf:li>\n",
			property->name, property->type, property->description);
	}
	g_string_append(xml, "</rdf:Seq></pdfaSchema:property></rdf:li>\n");
}

static void append_conformance(GString *xml, enum pdf_profile profile)
{
	bool level_1 = profile == PDF_ARCHIVE_1B;
	append_element(xml, "pdfaid:part", level_1 ? "1" : "2", NULL);
	append_element(xml, "pdfaid:conformance", level_1 ? "B" : "A", NULL);
	append_element(xml, "pdfuaid:part", level_1 ? NULL : "1", NULL);
	g_string_append(xml, "<pdfaExtension:schemas><rdf:Bag>\n");
	append_schema(xml, &trace_schema);
	if (!level_1) {
		append_schema(xml, &ua_schema);
	}
	g_string_append(xml, "</rdf:Bag></pdfaExtension:schemas>\n");
}

int pdf_xmp_write(struct pdf_file *file, const struct pdf_metadata *metadata,
	enum pdf_profile profile)
{
	GString *xml = g_string_new(packet_head);
	append_element(xml, "dc:format", "application/pdf", NULL);
	append_element(xml, "dc:title", metadata->title, "Alt");
	append_element(xml, "dc:creator", metadata->author, "Seq");
	append_element(xml, "dc:description", metadata->subject, "Alt");
	append_element(xml, "dc:language", "zh-CN", "Bag");
	append_element(xml, "pdf:Keywords", metadata->keywords, NULL);
	append_element(xml, "pdf:Producer", metadata->program, NULL);
	append_element(xml, "xmp:CreatorTool", metadata->program, NULL);
	append_element(xml, "xmp:CreateDate", metadata->date, NULL);
	append_element(xml, "xmp:ModifyDate", metadata->date, NULL);
	append_element(xml, "jixiao:Reference", metadata->reference, NULL);
	append_element(xml, "jixiao:Layout", metadata->layout, NULL);
	append_element(xml, "jixiao:Inputs", metadata->inputs, NULL);
	append_conformance(xml, profile);
	g_string_append(xml, packet_foot);
	const struct pdf_stream stream = {
		"/Type /Metadata /Subtype /XML", xml->str, xml->len, true};
	int number = pdf_file_add_stream(file, &stream);
	g_string_free(xml, TRUE);
	return number;
}
