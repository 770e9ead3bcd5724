self.handrailIndex={"kinds":[""],"kind":[0,0],"title":["Need help now?","Staying private on this site"],"href":["help/","safety/"],"line":["",""],"lang":{},"more":["",""],"text":["",""]}
