<?xml version="1.0" encoding="UTF-8"?>
<!-- What several passes of the preparation ask of an element. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The ids in a local pointer: "#n1 other.xml#x" gives "n1". Pointers of other schemes, such as
       "#range(a,b)", name no id. -->
  <xsl:function name="lp:local-ids" as="xs:string*">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:sequence select="tokenize($pointer)[matches(., '^#[^()]+$')] ! substring(., 2)"/>
  </xsl:function>

  <!-- Nodes as a map that is quickly asked whether it holds one: by generate-id(). -->
  <xsl:function name="lp:identities" as="map(xs:string, xs:boolean)">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="map:merge($nodes ! map:entry(generate-id(), true()))"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>

  <!-- True for a remark inside a register entry, which belongs to that entry. -->
  <xsl:function name="lp:is-register-note" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists($note/(ancestor::person | ancestor::personGrp | ancestor::place
      | ancestor::org | ancestor::event | ancestor::object | ancestor::biblStruct
      | ancestor::bibl[parent::listBibl] | parent::listBibl | parent::listPerson
      | parent::listPlace | parent::listOrg | parent::listEvent))"/>
  </xsl:function>

  <!-- Elements that stand as blocks. -->
  <xsl:variable name="lpi:blocks" as="xs:string*" select="
    'p', 'ab', 'l', 'lg', 'head', 'list', 'item', 'label', 'table', 'row', 'cell', 'div', 'div1',
    'div2', 'div3', 'div4', 'div5', 'div6', 'div7', 'opener', 'closer', 'salute', 'dateline',
    'signed', 'address', 'addrLine', 'postscript', 'figure', 'figDesc', 'floatingText', 'text',
    'body', 'front', 'back', 'group', 'trailer', 'byline', 'epigraph', 'argument', 'titlePage',
    'docTitle', 'titlePart', 'docImprint', 'sp', 'speaker', 'stage', 'note', 'lem', 'rdg',
    'listBibl', 'bibl', 'person', 'place', 'org', 'event', 'desc'"/>

  <!-- Hands that the header describes, by their id; a description that another file keeps is found by
       the id it refers to. -->
  <xsl:key name="lpi:hand" match="handNote"
    use="@xml:id, @corresp ! tokenize(.) ! replace(., '^#', '')"/>
</xsl:stylesheet>
