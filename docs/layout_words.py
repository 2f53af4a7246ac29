"""What each key of the layout language means, for layout_reference.py.

A section: its heading, what it is, the file and the list of keys in src/layout/ (with the
function, where several lists have one name), the header whose sketch is shown with what it
describes, and the words. A key without words, or words without a key, fail the test.
"""

SHARED = {
    'id': '名称；继承时按它替换',
    'when': '条件，不成立就不印',
    'style': '样式的名称',
    'hang': '`number`：段落以编号开头的，回行与编号之后对齐',
    'hang after': '回行与这个字符串之后对齐，如 `：`',
    'spread': '整段（或 `hang after` 之前的部分）不足这么宽的，字距拉开到这么宽，如 `3字`',
    'element': '公文要素的名称，供 `proof` 测量',
    'hidden': '条件：成立时留出位置而不印（套打）',
    'ink top': '第一行墨迹的上边缘到版心上边缘的距离',
    'room': '`usual`：首页有正文时印在这里；`crowded`：首页排不下正文时印在这里',
}

SECTIONS = [
    ('版式文件', '一个文件一个版式，文件名就是名称。记录（如 `styles`）继承时合并，有 `id` 的项逐个替换，别的列表整个替换。',
     ('layout_read.c', 'layout_keys', ''), None, {
         'layout': '版式自己的名称、机关、出处，见下', 'inherit': '继承的版式',
         'model': '增补的字段，写法同 `layouts/plan.yaml`', 'faces': '字体角色，代替公共的',
         'pages': '页面', 'checks': '核对', 'styles': '文字样式', 'table styles': '表格样式',
         'metadata': 'PDF 的属性', 'file': '文件名（不带结尾），一份规划生成几份文件时用；可用花括号',
         'page': '用哪种页面', 'blocks': '从上到下要印的各块', 'imprint': '版记',
         'copies': '草稿、存档稿另外印的标记', 'proof': '版面尺寸的核对', 'tables': '有名称的表，供正文插入'}),
    ('layout', '', ('layout_list.c', 'header_attributes', ''), None, {
        'name': '名称，与文件名相同', 'title': '这种文件的名称', 'organ': '规定式样的机关',
        'year': '年度', 'version': '版本', 'source': '出处'}),
    ('metadata', '各是带花括号的文字；`date` 是一个表达式。', ('layout_read.c', 'names', ''), None, {
        'title': '标题', 'organ': '作者', 'subject': '主题', 'keywords': '关键词',
        'reference': '文号', 'date': '日期'}),
    ('pages：页面', '每种页面一个名称。', ('read_pages.c', 'master_attributes', ''), None, {
        'sheet': '纸的宽和高：`[210mm, 297mm]`', 'area': '版心：`[左, 上, 宽, 高]`',
        'fields': '每页都印的文字，如页码', 'mirrored': '双页的版心在另一边', 'bound': '订口：`left`，或横放的 `top`',
        'row': '网格每行的高，如 `225mm/22`'}),
    ('pages：fields', '', ('read_pages.c', 'field_attributes', ''), None, {
        'text': '文字；`{page}` 是页码，`{pages}` 是总页数',
        'side': '在哪一边', 'inset': '离版心那一边的距离',
        'below': '版心下边缘到第一个字墨迹的距离；负数在其上', 'on first': '首页是否也印', 'top': '纸的上边到墨迹的距离，代替 `below`', 'first only': '只在首页'}),
    ('styles：文字样式', '每种样式一个名称。长度可用 `2字`、`1行`、`12pt`、`37mm`、`三号`、`156mm/28`。',
     ('read_styles.c', 'style_attributes', ''), None, {
         'like': '与哪种样式相同，只写不同的', 'face': '汉字的字体角色', 'latin': '西文和数字的字体角色',
         'emphasis': '强调时的字体角色', 'latin emphasis': '强调时西文的字体角色', 'size': '字号',
         'pitch': '每个汉字所占的宽；不写即字号', 'leading': '行距（基线到基线）；不写即字号的 1.5 倍',
         'indent': '首行缩进', 'start': '各行左边空出的', 'end': '各行右边空出的',
         'before': '段前；在页首不计', 'after': '段后', 'align': '对齐', 'keep with next': '与下一段不分在两页',
         'balanced': '标题：各行排成梯形、菱形', 'total fit': '整段一起选择断行处', 'colour': '颜色',
         'latin space': '汉字与西文之间的空，字宽的几分之几', 'on grid': '各行对准页面的网格',
         'least size': '一行排不下时缩小，至多缩到这个字号', 'stacked': '竖排，一行一字',
         'leader': '制表处用什么填满，如 `…`'}),
    ('table styles：表格样式', '每种样式一个名称。线的粗细是长度，`0` 是没有线。',
     ('read_table_styles.c', 'table_attributes', ''), None, {
         'padding across': '文字与左右线的距离', 'padding down': '文字与上下线的距离',
         'outer rule': '外框', 'inner rule': '里面的线', 'side rule': '左右外框；不写即 `outer rule`',
         'across rule': '行间的线；不写即 `inner rule`', 'down rule': '栏间的线；不写即 `inner rule`',
         'head rule': '表头之下的线；不写即 `across rule`', 'before': '表前至少空出的', 'after': '表后至少空出的',
         'minimum row': '行的最小高度', 'vertical': '格中文字的上下位置', 'repeat head': '每页重印表头',
         'repeat labels': '跨页的合并格在每页重印文字', 'continued label': '重印时加在后面的文字，如 `（续）`',
         'part rows': '任何一行都可以分在两页', 'close fragments': '分页处画外框线', 'colour': '线的颜色',
         'cell': '格中文字的样式', 'head': '表头文字的样式'}),
    ('块：各种块都可以有的', '`blocks` 里一项一块，块的种类由它的第一个键说明。',
     ('read_block_manner.c', 'manner_keys', ''), None, {
         'body': '算作正文', 'beside above': '与上面最后一行同高'}),
    ('块：text、title、heading', '一段文字、标题、标题（列入大纲）。',
     ('read_blocks.c', 'keys', 'read_text'), ('parts.h', 'text_manner'), {
         'text': '文字', 'title': '文件的标题', 'heading': '标题，列入大纲', 'level': '标题的级，从 1 起',
         'contents level': '列在目录的第几级', 'contents text': '目录里的文字；不写即照印的'}),
    ('块：sections', '可以层层嵌套的章节。', ('read_sections.c', 'keys', 'read_sections'), None, {
        'each': '章节的列表，如 `章节 as 节`', 'run in': '条件：正文接在标题之后',
        'contents': '条件：列入目录', 'contents below': '条件：下级也列入目录', 'contents level': '最上一级在目录的第几级；1',
         'own number': '哪个字段是自定的编号；不写即 `编号`', 'title': '哪个字段是标题；不写即 `标题`',
        'levels': '每一级标题一项，见下',
        'content': '各字段怎样印：`正文: {prose: 样式}`、`章节: sections`、`插入: tables`、`指标: {blocks: […]}`'}),
    ('块：sections 的 levels', '', ('read_sections.c', 'keys', 'read_level'), None, {
        'number': '编号的样子，如 `（{一}）`、`{1}.`；数字的种类见下面的格式', 'heading': '标题的文字',
        'run in style': '接排时标题的样式', 'contents text': '目录里的文字'}),
    ('块：sections 的 content', '', ('read_sections.c', 'keys', 'read_content_kind'), None, {
        'prose': '正文，值是样式', 'blocks': '这个字段印成这些块'}),
    ('块：table、form', '表；值是表的写法（见下），或 `tables` 里的名称。',
     ('read_blocks.c', 'keys', 'read_table_block'), None, {
         'table': '有行有栏的表', 'form': '逐格写出的表格'}),
    ('块：group', '', ('read_blocks.c', 'keys', 'read_group'), None, {'group': '几块不分在两页'}),
    ('块：each', '', ('read_blocks.c', 'keys', 'read_each'), None, {
        'each': '列表和名称：`专项 as 专`；可以是一组内容，没有就不印', 'blocks': '每一项印的块'}),
    ('块：names', '', ('read_name_list.c', 'keys', ''), ('layout.h', 'names_layout'), {
        'each': '姓名的列表', 'name': '姓名', 'label': '姓名之前的身份', 'name width': '两个字的姓名拉开到这么宽；3字',
        'label width': '身份拉开到这么宽', 'gap': '栏间的空；1字', 'in row': '一行几个；不写即排满'}),
    ('块：page break', '', ('read_blocks.c', 'keys', 'read_page_break'), None, {'page break': '`yes`：另起一页'}),
    ('块：rule', '', ('read_official.c', 'rule_attributes', ''), ('layout.h', 'rule_layout'), {
        'rule': '横线的粗细', 'second': '下面另一条线的粗细', 'gap': '两线的距离', 'width': '线的长；不写即满版心',
        'before': '线前空出的', 'after': '线后空出的', 'colour': '颜色', 'fixed': '离纸的上边这么远，不占位置'}),
    ('块：signature', '落款（GB/T 9704-2012 7.3.5）。', ('read_official.c', 'signature_attributes', ''),
     ('layout.h', 'signature_layout'), {
         'signature': '`sealed` 加盖印章、`plain` 不加盖、`stamped` 签名章', 'signatories': '署名的列表；一个机关的不写',
         'name': '署名；签名章前是职务', 'date': '成文日期', 'stamp': '签名章的宽和高', 'seal diameter': '规划里印章的直径，毫米',
         'seal': '印章的直径；42mm', 'outline': '画出印章的位置，值是颜色'}),
    ('块：part', '从新的一页起，用另一种页面。', ('read_blocks.c', 'keys', 'read_part_block'),
     ('layout.h', 'part_layout'), {
         'part': '页面的名称；或几个 `{page: …, when: …}`，用最先成立的', 'begins': '`odd`：从单页起',
         'numbers': '页码：`from 1` 从 1 起、`none` 不印、`go on` 接着', 'numerals': '页码用的数字，如 `i`',
         'blocks': '这一部分的块'}),
    ('块：mark', '联合行文的发文机关标志。', ('read_official.c', 'mark_attributes', ''), ('layout.h', 'mark_layout'), {
        'mark': '机关的列表和名称', 'name': '机关名称', 'beside': '右边居中的字，如 `文件`', 'most height': '总高至多这么多，超出即缩小'}),
    ('块：insert', '', ('read_blocks.c', 'keys', 'read_insert'), None, {
        'insert': '规划里一列表名，印出 `tables` 里那些表'}),
    ('块：contents', '目录。', ('read_contents.c', 'keys', 'read_contents'), ('layout.h', 'contents_layout'), {
        'number': '页码的样子：`( {page} )`', 'levels': '每一级一项，见下'}),
    ('块：contents 的 levels', '', ('read_contents.c', 'keys', 'read_level'), None, {
        'number': '这一级页码的样子；`no` 不印', 'leader': '用什么填满，如 `.`'}),
    ('imprint：版记', '印在最后一页的底部。', ('read_official.c', 'keys', 'read_imprint'), None, {
        'page': '页面', 'even': '在双页上', 'blocks': '版记的块'}),
    ('表：都可以有的', '`table` 和 `form` 共有；`rows`、`columns` 等只用于 `table`，`bands`、`widths` 只用于 `form`。',
     ('read_tables.c', 'keys', 'read_table'), ('table_layout.h', 'table_fit'), {
         'of': '插入哪种章节的表：它的名称', 'caption': '表题', 'caption continued': '续表的表题，如 `{caption}（续）`',
         'caption style': '表题的样式', 'above': '与表不分开的块', 'lines above': '表题与表之间的各行',
         'repeat lines': '每页重印这些行', 'lines below': '表下的各行', 'fit': '`page`：缩到一页之内',
         'floor': '缩小时字号的下限', 'fill': '`page` 撑满一页；`rows` 用空行补满', 'turned': '`wide`：栏太窄时转过来横排；`yes`：总是', 'contents level': '表题列在目录的第几级', 'contents text': '目录里的文字',
         'stub columns': '太宽时按栏分成几张，左边这几栏每张都有',
         'rows': '行', 'columns': '栏', 'equal': '各栏等宽', 'page sums': '本页小计、承前页、过次页',
         'empty': '没有内容时印一行这个文字，如 `暂无`', 'least rows': '至少几行，不足的补空行',
         'bands': '各段，见下', 'widths': '各栏的宽：`[4字, ~, 20%]`，`~` 由内容决定'}),
    ('表：rows', '', ('read_rows.c', 'keys', 'read_table_band'), ('table_layout.h', 'row_band'), {
        'each': '列表和名称', 'fixed': '版式自己的列表', 'where': '规划里哪些项归到这里；归不到的有警告', 'rows': '下一层的行',
        'first': '各项之前的行', 'last': '各项之后的行', 'head': '每一项之前的行', 'foot': '每一项之后的行'}),
    ('表：fixed', '', ('read_fixed.c', 'keys', ''), None, {'as': '名称', 'list': '文字的列表，或记录的列表'}),
    ('表：逐格写出的行', '', ('read_rows.c', 'keys', 'read_row'), ('table_layout.h', 'row_layout'), {
        'cells': '格子，从左到右'}),
    ('表：columns', '栏可以成树：有 `columns` 的是上层的表头。', ('read_columns.c', 'more', ''), ('table_layout.h', 'column_layout'), {
        'each': '每一项一栏：`years(规划期) as 年`', 'head': '表头', 'head style': '表头的样式',
        'merge': '同一项的各行合成一格：值是那一层的名称', 'merge equal': '相同的文字合成一格',
        'merge within': '只在这一层的一项之内合并', 'page sum': '按页合计的数', 'width': '宽：`6字`、`20%`、`3cm`',
        'minimum': '至少这么宽', 'equal': '下面各栏等宽', 'columns': '下层的栏'}),
    ('表：page sums', '', ('read_columns.c', 'keys', ''), ('table_layout.h', 'page_sums_layout'), {
        'page': '本页小计的文字', 'forward': '过次页的文字', 'brought': '承前页的文字', 'span': '文字占几栏'}),
    ('表：lines above、lines below', '', ('read_table_lines.c', 'keys', ''), ('table_layout.h', 'table_lines_layout'), {
        'text': '文字', 'left': '左边的', 'middle': '中间的', 'right': '右边的'}),
    ('表格（form）：bands', '一段是一行格子（一个列表），或者：', ('read_forms.c', 'keys', ''), ('form_layout.h', 'form_band'), {
        'label': '左边管着各行的格子', 'span': '`label` 占几栏；并排时这一段占几栏', 'head': '表头：一行，或几行', 'row': '一行格子；`each` 时每一项一行',
        'rows': '几行格子；`each` 时是下一层', 'each': '逐项', 'total': '各项之后的行', 'empty': '没有内容时的文字',
        'least rows': '至少几行', 'bands': '下面各段', 'beside': '并排的几段，短的补空', 'own edges': '一格之内自成一张表',
        'widths': '自成一张表时各栏的宽', 'height': '至少这么高', 'grow': '撑满一页时分得的份数'}),
    ('格子', '一格是一段文字，或者：', ('read_cells.c', 'cell_keys', ''), ('cell_layout.h', 'cell_contents'), {
        'text': '文字', 'align': '对齐', 'vertical': '上下位置', 'stacked': '竖排，一行一字', 'names rows': '是各行的名称（供朗读）',
        'label': '印在内容前面的', 'label style': '它的样式', 'parts': '同一行里几段不同样式的文字', 'paragraphs': '各成一段',
        'options': '选项', 'table': '格中的表', 'form': '格中的表格', 'flush': '格中的表与格共用边线', 'hint': '没有内容时的提示',
        'hint style': '提示的样式', 'hint always': '总是印提示', 'foot': '格底的各行，如签字、日期', 'height': '至少这么高',
        'diagonal': '斜线表头：两项或三项文字', 'blank': '留空', 'unit': '光是一个数的，加这个单位', 'decimal': '各行的小数点对齐',
        'rules': '四边的线：`none`、粗细，或 `{top: 0pt, left: 1pt}`'}),
    ('逐格写出的格子还可以有', '', ('read_cells.c', 'more', ''), None, {
        'head': '是表头：`row` 管一行、`column` 管一栏', 'span': '占几栏；`rest` 是余下的', 'rows': '占几行；`rest` 是余下的',
        'merge': '同一项的各行合成一格', 'merge equal': '相同的文字合成一格', 'merge within': '只在这一层的一项之内合并'}),
    ('格子：options', '', ('read_options.c', 'keys', ''), ('cell_layout.h', 'options_layout'), {
        'chosen': '选中的', 'list': '全部选项；`chosen` 是规划里的选项时不必写', 'mark': '☑ 或 √', 'side': '方框在文字之前 `before`、之后 `after`',
        'gap': '选项之间的空', 'lines': '`one` 排在一行；`each` 一项一行'}),
    ('copies：草稿、存档稿', '', ('read_copies.c', 'keys', 'read_copies'), ('layout.h', 'copies_layout'), {
        'draft': '草稿：`label` 和 `watermark`', 'filing': '存档稿：`stamp` 归档章'}),
    ('copies：draft', '', ('read_copies.c', 'keys', 'read_draft'), None, {'label': '一行标记', 'watermark': '对角的水印：`text`、`style`'}),
    ('copies：label', '', ('read_copies.c', 'label_attributes', ''), None, {
        'text': '文字', 'side': '在哪一边', 'inset': '离版心那一边的距离', 'top': '纸的上边到墨迹的距离', 'first only': '只在首页'}),
    ('copies：stamp', '', ('read_copies.c', 'stamp_attributes', ''), None, {
        'size': '宽和高：`[45mm, 16mm]`', 'top': '离纸的上边', 'outline': '画出位置的颜色'}),
    ('checks：核对', '怎样写见[核对](checks.md)。', ('read_checks.c', 'rule_keys', ''), None, {
        'note': '说明', 'each': '逐项', 'equal': '两边相等', 'at most': '左边不大于右边', 'at least': '左边不小于右边', 'holds': '成立',
        'none': '列表是空的', 'distinct': '没有两项相同', 'one spelling': '没有一个名称写成两样', 'tolerance': '允许误差',
        'severity': '`note`、`warning`、`error`、`off`', 'at': '指向哪里', 'message': '消息；可用 `{左}` `{右}` `{差}` `{项}`'}),
    ('faces：字体角色', '每个角色一个名称。', ('read_faces.c', 'keys', ''), None, {
        'wanted': '要的字体，先的优先', 'substitutes': '没有时代替的'}),
    ('proof：版面尺寸', '`jixiao check --proof` 用它量排好的版面。', ('read_proof.c', 'keys', 'read_proof'), None, {
        'source': '依据的标准', 'rules': '各项'}),
    ('proof：rules', '', ('read_proof.c', 'keys', 'read_rule_of_proof'), ('proof_rules.h', ''), {
        'element': '量哪个要素', 'line': '它的哪一行', 'pages': '`odd`、`even` 或页面的名称', 'measure': '量什么',
        'below': '从什么之下量起，如 `版心 top`', 'above': '从什么之上', 'right of': '从什么之右', 'left of': '从什么之左', 'is': '应是',
        'at least': '至少', 'at most': '至多', 'one of': '应是其中之一', 'within': '允许误差；0.1mm', 'clause': '条款'}),
    ('proof：measure', '', ('read_proof.c', 'measure_words', ''), None, {
        'top': '上边', 'bottom': '下边', 'left': '左边', 'right': '右边', 'middle': '上下的中间', 'centre': '左右的中间',
        'ink top': '墨迹的上边', 'ink bottom': '墨迹的下边', 'ink left': '墨迹的左边', 'ink right': '墨迹的右边',
        'first ink top': '第一个字墨迹的上边', 'baseline': '基线', 'width': '宽', 'height': '高', 'weight': '线的粗细', 'size': '字号',
        'advance': '字到字的距离', 'pitch': '行到行的距离', 'off grid': '离网格最近一行的距离', 'row': '第几行', 'rows': '版心容几行',
        'characters': '一行几字', 'face': '字体角色', 'colour': '颜色', 'text': '文字', 'shape': '标题的形状', 'page': '在哪一页',
        'at foot': '是不是页末的文字', 'parted': '有没有数字、西文词拆在两行', 'known': '纸张是否某种页面的', 'numbered': '页码是否印在应有的位置'}),
]

FUNCTIONS = {
    'sum': '`sum(甲, 乙.丙)`：合计，没有的不计', 'count': '`count(甲)`：有几项', 'min': '最小的值', 'max': '最大的值',
    'all': '`all(列表, 条件)`：各项都成立', 'any': '`any(列表, 条件)`：有一项成立',
    'where': '`where(列表, 条件)`：成立的各项；条件里直接写各项的字段，`项` 是这一项本身',
    'join': '`join(列表, 、)`：连成文字；不写间隔即顿号', 'round': '`round(数, 位数)`：四舍五入', 'ordinal': '是列表的第几项',
    'serial': '是整份规划里这种内容的第几项', 'years': '起止时间（或逐年内容）的各年', 'amounts': '`amounts(文字, 词)`：文字里（紧跟某词）的金额',
    'items': '文字里 `培训8次；会议21次` 的各项，有 `名称` 和 `数值`', 'texts': '某部分（不写即整份规划）的全部文字',
    'records': "`records('指标')`：整份规划里的这种记录", 'placeholders': '还没有填的 `XX`、`____`、`待定`', 'length': '字数，空白不计',
    'list': '所写各值合成一个列表'}

FORMATS = {
    '千分': '1,234.5', '位': '`2位`：两位小数；0 至 6', '%': '92%', '元': '换算成元', '千元': '换算成千元', '万元': '换算成万元',
    '百万元': '换算成百万元', '亿元': '换算成亿元', '大写': '壹佰元整', '1': '12', '01': '02', '一': '十二', '壹': '壹拾贰', '〇': '二〇二一',
    '①': '⑫', '⑴': '⑿', '⒈': '⒓', '㈠': '㈩', 'Ⅰ': 'Ⅻ', 'I': 'XII', 'i': 'xii', 'a': 'l', 'A': 'L', '年': '2021年', '年月': '2021年3月',
    '年月日': '2021年3月18日', '点': '2021.3.18', '汉字年': '二〇二一年', '汉字年月': '二〇二一年三月', '汉字年月日': '二〇二一年三月十八日'}
